using System.Globalization;
using System.Text;
using HelpDesk.Email.Mailing;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Conformance.Octets;

namespace HelpDesk.Email.Testing.Conformance.Desks;

/// <summary>A customer writes, writes again, and an agent answers; each part can be done again after a crash.</summary>
/// <param name="number">Tells it from all others of its trial: nobody of one writes in another.</param>
/// <param name="world">Where it happens.</param>
internal sealed class Conversation(int number, DeskWorld world)
{
    /// <summary>How many parts there are.</summary>
    public const int Parts = 3;

    private static readonly GeneratedOctets Scan = new(seed: 70, length: 150_000);

    private readonly Guid _answer = Guid.NewGuid();
    private int _posted;

    /// <summary>The domain of the customer.</summary>
    public string Domain { get; } = string.Create(CultureInfo.InvariantCulture, $"customer{number}.example");

    /// <summary>The ticket, behind the first part.</summary>
    public string? Ticket { get; private set; }

    private string Customer => $"ann@{Domain}";

    /// <summary>Does a part, to its end.</summary>
    public async Task DoAsync(Desk desk, int part, CancellationToken cancellationToken)
    {
        switch (part)
        {
            case 0:
                Post(1, $"Subject: The printer is on fire\n{Multipart("It burns.")}");
                await desk.DrainAsync(cancellationToken).ConfigureAwait(false);
                Ticket = await FindTicketAsync(cancellationToken).ConfigureAwait(false);
                break;
            case 1:
                var received = world.Transport.Sent.LastOrDefault(mail => mail.Recipients.Contains(Customer));
                Expect.That(received is not null, "no mail to the customer that says that the first one was received.");
                Post(2, $"Subject: Re: The printer is on fire\nIn-Reply-To: {received.MessageId}\n{Multipart("It still burns.")}");
                await desk.DrainAsync(cancellationToken).ConfigureAwait(false);
                break;
            default:
                // A host that died in this call does not know whether it was heard, and says it again.
                await desk.ReplyAsync(new AgentReply(_answer, Ticket!, EmailAddress.Create("tina@helpdesk.test", "Tina"), "Pull the plug."), cancellationToken).ConfigureAwait(false);
                await desk.DrainAsync(cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    private static string Multipart(string text)
    {
        using var scan = Scan.Open();
        var octets = new byte[Scan.Length];
        scan.ReadExactly(octets);
        return $"""
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=cut

            --cut
            Content-Type: text/plain

            {text}
            --cut
            Content-Type: application/pdf
            Content-Disposition: attachment; filename=scan.pdf
            Content-Transfer-Encoding: base64

            {Convert.ToBase64String(octets, Base64FormattingOptions.InsertLineBreaks)}
            --cut--

            """;
    }

    private void Post(int ordinal, string rest)
    {
        if (Interlocked.CompareExchange(ref _posted, ordinal, ordinal - 1) == ordinal - 1)
        {
            var head = string.Create(
                CultureInfo.InvariantCulture,
                $"From: Ann <{Customer}>\nTo: support@helpdesk.test\nDate: {world.Clock.GetUtcNow():ddd, dd MMM yyyy HH:mm:ss} +0000\nMessage-ID: <{ordinal}@{Domain}>\n");
            world.Mailboxes[DeskWorld.Mailbox].Deliver(Encoding.ASCII.GetBytes((head + rest).ReplaceLineEndings("\r\n")));
        }
    }

    private async Task<string> FindTicketAsync(CancellationToken cancellationToken)
    {
        var rows = await world.Mails.Journal.FindAsync(new JournalQuery { MessageIds = [$"<1@{Domain}>"] }, cancellationToken).ConfigureAwait(false);
        var row = Expect.One(rows, "Looking for the row of the first mail");
        return Expect.Present(row.Ticket, $"The ticket of the first mail, which is {row.Outcome},");
    }
}
