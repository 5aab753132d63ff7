using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Tests.Broken.Mail;

/// <summary>What is spoiled about a mail store that is in order; what is left out stays in order.</summary>
internal sealed class MailTampering
{
    public Around<IReadOnlyList<NewJournalEntry>, IReadOnlyList<AppendResult>>? Append { get; init; }

    public Around<JournalQuery, IReadOnlyList<JournalEntry>>? FindRows { get; init; }

    public Around<long, MailContent?>? OpenRow { get; init; }

    public Around<IReadOnlyList<long>, bool>? MarkAcknowledged { get; init; }

    public Around<(long Id, Guid OperationId), bool>? Replay { get; init; }

    public Around<(long Id, string Trace), bool>? Discard { get; init; }

    public Around<ClaimRequest, IReadOnlyList<JournalClaim>>? ClaimRows { get; init; }

    public Around<(IReadOnlyList<JournalClaim> Claims, TimeSpan Lease), bool>? RenewRows { get; init; }

    public Around<(JournalClaim Claim, JournalCommit Commit), CommitResult>? CommitRow { get; init; }

    public Around<IReadOnlyList<string>, IReadOnlyList<IndexedMessage>>? FindMessages { get; init; }

    public Around<OutboxClaimRequest, IReadOnlyList<OutboxClaim>>? ClaimMails { get; init; }

    public Around<(IReadOnlyList<OutboxClaim> Claims, TimeSpan Lease), bool>? RenewMails { get; init; }

    public Around<long, bool>? RequeueMail { get; init; }

    public Around<(long Id, string Reason), bool>? DiscardMail { get; init; }

    public Around<SuppressedAddress, bool>? Suppress { get; init; }

    public Around<string, bool>? Lift { get; init; }

    public Around<IReadOnlyList<string>, IReadOnlyList<SuppressedAddress>>? FindSuppressed { get; init; }

    public Around<(string? After, int Limit), IReadOnlyList<SuppressedAddress>>? ListSuppressed { get; init; }

    public Around<(OutboxClaim Claim, OutboxCommit Commit), bool>? CommitMail { get; init; }

    public Around<OutboxQuery, IReadOnlyList<OutboxEntry>>? FindMails { get; init; }

    public Around<ClaimRequest, IReadOnlyList<HostEventClaim>>? ClaimEvents { get; init; }

    public Around<(HostEventClaim Claim, DateTimeOffset? RetryAt), bool>? CompleteEvent { get; init; }

    public Around<string, MailboxState?>? ReadState { get; init; }

    public Around<(string Mailbox, MailboxState State), bool>? WriteState { get; init; }

    public Around<(string Name, string Node, TimeSpan Duration), Lease?>? Acquire { get; init; }

    public Around<(Lease Lease, TimeSpan Duration), bool>? RenewLease { get; init; }

    public Around<Lease, bool>? ReleaseLease { get; init; }

    public Around<long, MailContent?>? OpenMail { get; init; }

    public Around<(ContentLimits Limits, int Max), PurgedContent>? Purge { get; init; }

    public Around<(DateTimeOffset Before, int Max), int>? DeleteFailed { get; init; }

    public Around<(DateTimeOffset Before, int Max), int>? PurgeSent { get; init; }

    public Around<bool, MailBacklog>? Measure { get; init; }

    public Around<string, IMailStoreNode>? Join { get; init; }

    /// <summary>What is lost in a crash.</summary>
    public Action? Crash { get; init; }

    /// <summary>Whether names stay taken when their processes die.</summary>
    public bool KeepsNames { get; init; }

    public bool IgnoresTokens { get; init; }
}
