using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Tests.Broken.Mail;

/// <summary>The words in which defects of mail stores are told.</summary>
internal static class SpoilMail
{
    /// <summary>Spoils the rows that are appended.</summary>
    public static MailTampering Appends(Func<NewJournalEntry, NewJournalEntry> spoil) =>
        new() { Append = (rows, next, _) => next([.. rows.Select(spoil)]) };

    /// <summary>Spoils the rows that are found.</summary>
    public static MailTampering Rows(Func<JournalEntry, JournalEntry> spoil) =>
        new() { FindRows = async (query, next, _) => [.. (await next(query)).Select(spoil)] };

    /// <summary>Spoils the claims that are handed out.</summary>
    public static MailTampering Claims(Func<IReadOnlyList<JournalClaim>, IEnumerable<JournalClaim>> spoil) =>
        new() { ClaimRows = async (request, next, _) => [.. spoil(await next(request))] };

    /// <summary>Spoils one kind of commit.</summary>
    public static MailTampering Commits<TCommit>(Func<TCommit, JournalCommit> spoil)
        where TCommit : JournalCommit =>
        new() { CommitRow = (made, next, _) => next(made.Commit is TCommit commit ? (made.Claim, spoil(commit)) : made) };

    /// <summary>Spoils the mails that a finish writes.</summary>
    public static MailTampering Mails(Func<NewOutboxEntry, NewOutboxEntry> spoil) =>
        Commits<FinishCommit>(finish => finish with { Outbox = [.. finish.Outbox.Select(spoil)] });

    /// <summary>Spoils one kind of commit of a mail.</summary>
    public static MailTampering MailCommits<TCommit>(Func<TCommit, OutboxCommit> spoil)
        where TCommit : OutboxCommit =>
        new() { CommitMail = (made, next, _) => next(made.Commit is TCommit commit ? (made.Claim, spoil(commit)) : made) };

    /// <summary>Spoils the recipients as a delivery leaves them.</summary>
    public static MailTampering Recipients(Func<IReadOnlyList<OutboxRecipient>, IEnumerable<OutboxRecipient>> spoil) =>
        MailCommits<DeliveryCommit>(delivery => delivery with { Recipients = [.. spoil(delivery.Recipients)] });
}
