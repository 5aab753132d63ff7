using System.Globalization;
using System.Text;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;

namespace HelpDesk.Email.Testing.Conformance.Mailboxes;

/// <summary>One mailbox on trial, with the words in which the proofs speak.</summary>
internal sealed class MailboxTrial : IAsyncDisposable
{
    private readonly List<IMailboxSource> _sources = [];

    private MailboxTrial(MailboxSourceFixture fixture, CancellationToken cancellationToken) =>
        (Fixture, Cancellation) = (fixture, cancellationToken);

    public MailboxSourceFixture Fixture { get; }

    public CancellationToken Cancellation { get; }

    public IMailboxSource Source => _sources[^1];

    /// <summary>How far the looks came, as the engine keeps it.</summary>
    public MailboxCursor? Cursor { get; set; }

    public static async Task<MailboxTrial> OpenAsync(MailboxSourceFixture fixture, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var trial = new MailboxTrial(fixture, cancellationToken);
        await trial.RestartAsync(AfterProcessing.Leave).ConfigureAwait(false);
        return trial;
    }

    /// <summary>Goes on with another source over the same mailbox.</summary>
    public async Task RestartAsync(AfterProcessing action)
    {
        await CloseAsync().ConfigureAwait(false);
        _sources.Add(Fixture.Open(action));
    }

    /// <summary>A mail as text; each number gives another one, of a length of its own.</summary>
    public static string Mail(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $"From: ann@example.test\r\nMessage-ID: <{number}@conformance.test>\r\nSubject: {number}\r\n\r\n{new string('x', number)}\r\nwith an octet of its own: \u00E9\r\n");

    public async Task<string> DeliverAsync(int number)
    {
        var text = Mail(number);
        await Fixture.DeliverAsync(Encoding.Latin1.GetBytes(text), Cancellation).ConfigureAwait(false);
        return text;
    }

    /// <summary>Delivers mails with the numbers from 1 on.</summary>
    public async Task<IReadOnlyList<string>> DeliverManyAsync(int count)
    {
        var texts = new List<string>();
        for (var number = 1; number <= count; number++)
        {
            texts.Add(await DeliverAsync(number).ConfigureAwait(false));
        }

        return texts;
    }

    public ValueTask RemoveAsync(string text) => Fixture.RemoveAsync(Encoding.Latin1.GetBytes(text), Cancellation);

    public async Task<IReadOnlyList<string>> ListAsync() =>
        [.. (await Fixture.ListAsync(Cancellation).ConfigureAwait(false)).Select(octets => Encoding.Latin1.GetString(octets.Span)).Order(StringComparer.Ordinal)];

    /// <summary>One look from <see cref="Cursor"/> on, which goes on behind it.</summary>
    public async Task<IReadOnlyList<TakenMail>> LookAsync(int maxMails = 100, long maxOctets = 1 << 20)
    {
        var mails = new List<TakenMail>();
        var cursor = Cursor;
        await foreach (var mail in Source.ReceiveAsync(Cursor, new ReceiveLimits(maxMails, maxOctets), Cancellation).ConfigureAwait(false))
        {
            using var content = mail.Content;
            var octets = content.OpenRead();
            await using (octets.ConfigureAwait(false))
            {
                using var reader = new StreamReader(octets, Encoding.Latin1);
                mails.Add(new TakenMail(mail.Receipt, await reader.ReadToEndAsync(Cancellation).ConfigureAwait(false), content.Hash));
            }

            cursor = mail.Cursor ?? cursor;
        }

        Cursor = Source.Reached ?? cursor;
        return mails;
    }

    /// <summary>Acknowledges mails and gives the ids of those that are done: the places in the list, from 1.</summary>
    public async Task<IReadOnlyList<long>> AcknowledgeAsync(IEnumerable<TakenMail> mails, AfterProcessing action)
    {
        var done = await Source.AcknowledgeAsync([.. mails.Select((mail, i) => mail.Committed(i + 1))], action, Cancellation).ConfigureAwait(false);
        return [.. done.Select(mail => mail.JournalId).Order()];
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync().ConfigureAwait(false);
        await Fixture.DisposeAsync().ConfigureAwait(false);
    }

    private async Task CloseAsync()
    {
        foreach (var source in _sources)
        {
            await source.DisposeAsync().ConfigureAwait(false);
        }

        _sources.Clear();
    }
}
