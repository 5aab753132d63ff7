using HelpDesk.Email.Contacts;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Documentation.Tests.Trust;

/// <summary>A help desk with one ticket, that is written to by people who may not be who they say.</summary>
internal sealed class SpoofedDesk : IAsyncDisposable
{
    private const string Server = "mx.desk.test";
    private const string First = "<first@example.test>";
    private const string Body = "These are my words.";

    private static readonly EmailAddress Requester = EmailAddress.Create("ann@example.test");
    private static readonly EmailAddress Technician = EmailAddress.Create("tom@desk.test");
    private static readonly EmailAddress Stranger = EmailAddress.Create("eve@elsewhere.test");
    private static readonly EmailAddress Copied = EmailAddress.Create("new@third.test");

    private readonly HelpDeskHarness _desk;
    private readonly string _trust;
    private readonly string _ticket;
    private readonly string _token;
    private int _count;

    private SpoofedDesk(HelpDeskHarness desk, string trust, string ticket, string token)
    {
        _desk = desk;
        _trust = trust;
        _ticket = ticket;
        _token = token;
    }

    public static async Task<SpoofedDesk> StartAsync(string trust, CancellationToken cancellationToken)
    {
        var desk = await HelpDeskHarness.StartAsync(
            options =>
            {
                options.Settings["Mailboxes:support:Address"] = "support@desk.test";
                options.Settings["Subscribers:FromReplies"] = "true";
                options.Settings["Identity:Strict"] = trust == "Strict" ? "true" : "false";
                if (trust is "Proven" or "Unverified" or "Contradicted")
                {
                    options.Settings["Identity:AuthenticationServer"] = Server;
                }
            },
            cancellationToken);
        desk.Contacts.Add(new Contact(Technician, ContactRole.Technician) { IsRegistered = true });

        // Its acknowledgement has a Message-ID that is signed for the requester.
        var first = await desk.DeliverAsync(Mail(Requester, "Proven", "Printer", First, string.Empty, "It smokes."), cancellationToken);
        return new SpoofedDesk(desk, trust, first.Ticket!, Assert.Single(first.Outbox).MessageId);
    }

    /// <summary>Writes one mail, and says what became of it.</summary>
    public async Task<string> TryAsync(string sender, string evidence, string wish, CancellationToken cancellationToken)
    {
        // A plain reply finds the ticket closed: that shows who may open it again.
        _desk.Tickets.Change(_ticket, ticket => ticket with { Status = wish == "plain reply" ? TicketStatus.Closed : TicketStatus.Open, Subscribers = [], Participants = [] });
        var from = sender switch
        {
            "technician" => Technician,
            "requester" => Requester,
            _ => Stranger,
        };
        var subject = $"{(evidence == "subject tag" ? $"Re: [#{_ticket}] " : string.Empty)}Word {++_count}{(wish.StartsWith('#') ? $" {wish}" : string.Empty)}";
        var headers = (evidence switch
        {
            "reply token" => $"In-Reply-To: {_token}\n",
            "message index" => $"In-Reply-To: {First}\n",
            _ => string.Empty,
        }) + (wish == "new Cc" ? $"Cc: {Copied}\n" : string.Empty);
        var delivery = await _desk.DeliverAsync(Mail(from, _trust, subject, $"<{_count}@mails.test>", headers, Body), cancellationToken);
        return await DescribeAsync(delivery, wish, cancellationToken);
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    private static HarnessMail Mail(EmailAddress from, string trust, string subject, string messageId, string headers, string body)
    {
        var result = trust switch
        {
            "Proven" => $"Authentication-Results: {Server}; dmarc=pass header.from={from.Domain}\n",
            "Contradicted" => $"Authentication-Results: {Server}; dmarc=fail header.from={from.Domain}\n",
            _ => string.Empty,
        };
        return HarnessMail.Of($"{result}From: {from}\nTo: support@desk.test\n{headers}Subject: {subject}\nDate: Mon, 05 Jan 2026 08:59:00 +0000\nMessage-ID: {messageId}\n\n{body}\n");
    }

    private async Task<string> DescribeAsync(HarnessDelivery delivery, string wish, CancellationToken cancellationToken)
    {
        if (delivery.Outcome is not (JournalOutcome.Created or JournalOutcome.Appended))
        {
            return delivery.Outcome.ToString().ToLowerInvariant();
        }

        var isNew = delivery.Outcome == JournalOutcome.Created;
        var ticket = (await _desk.Tickets.FindAsync(TicketLookup.Of(delivery.Ticket!), cancellationToken))[0];
        var entry = (await _desk.Tickets.EntriesAsync(delivery.Ticket!, cancellationToken).ToListAsync(cancellationToken))[^1];
        var words = new List<string> { isNew ? "new ticket" : "joins" };
        if (ticket.Status == TicketStatus.Closed && (isNew || wish != "plain reply"))
        {
            words.Add("closed");
        }
        else if (ticket.Status == TicketStatus.Open && !isNew && wish == "plain reply")
        {
            words.Add("opens it again");
        }

        if (entry.Visibility == EntryVisibility.Internal)
        {
            words.Add("internal");
        }

        if (ticket.Subscribers.Contains(Copied))
        {
            words.Add("Cc subscribed");
        }

        if (entry.Text != Body)
        {
            words.Add("refusal noted");
        }

        if (isNew && delivery.Outbox.Count == 0)
        {
            words.Add("not answered");
        }

        return string.Join(", ", words);
    }
}
