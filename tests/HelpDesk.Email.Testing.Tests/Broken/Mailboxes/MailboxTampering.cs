using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Testing.Mailboxes;

namespace HelpDesk.Email.Testing.Tests.Broken.Mailboxes;

/// <summary>What is spoiled about a mailbox source that is in order; what is left out stays in order. One for each source that is opened.</summary>
internal sealed class MailboxTampering
{
    /// <summary>What the source is asked for in place of what the engine asks for.</summary>
    public Func<MailboxCursor?, ReceiveLimits, (MailboxCursor? Cursor, ReceiveLimits Limits)> Ask { get; init; } = (cursor, limits) => (cursor, limits);

    /// <summary>What a look gives in place of what it found.</summary>
    public Func<IReadOnlyList<ReceivedMail>, IEnumerable<ReceivedMail>> Mails { get; init; } = mails => mails;

    /// <summary>What is done in place of what the engine wants done.</summary>
    public Func<IReadOnlyList<Acknowledgement>, AfterProcessing, AfterProcessing> Action { get; init; } = (_, action) => action;

    /// <summary>What is told to be done in place of what is.</summary>
    public Func<IReadOnlyList<Acknowledgement>, IReadOnlyList<Acknowledgement>> Done { get; init; } = done => done;

    /// <summary>The cursor behind everything in place of the right one.</summary>
    public Func<MailboxCursor, MailboxCursor> Skip { get; init; } = cursor => cursor;

    /// <summary>What a check says in place of what it found.</summary>
    public Func<CheckReport, CheckReport> Check { get; init; } = report => report;

    /// <summary>Whether a cancelled wait ends as if its time had passed.</summary>
    public bool SwallowsTokens { get; init; }

    /// <summary>Whether looks and acknowledgements run on when their token is cancelled.</summary>
    public bool IgnoresTokens { get; init; }

    /// <summary>Takes mails out of a mailbox.</summary>
    public static void Delete(InMemoryMailboxes mailboxes, Func<string, bool> isMeant)
    {
        var source = mailboxes.Create(BrokenMailboxFixture.Name, new MailboxOptions());
        var meant = mailboxes[BrokenMailboxFixture.Name].Mails
            .Select(mail => BrokenMailboxFixture.ReceiptOf(mail.Uid))
            .Where(receipt => isMeant(receipt.Key))
            .Select(receipt => new Acknowledgement(0, receipt, string.Empty, string.Empty));
        Assert.True(source.AcknowledgeAsync([.. meant], AfterProcessing.Delete, CancellationToken.None).AsTask().IsCompletedSuccessfully);
    }
}
