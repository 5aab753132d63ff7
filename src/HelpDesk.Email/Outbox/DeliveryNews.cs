using HelpDesk.Email.Outbound;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Outbox;

/// <summary>What an attempt to deliver a mail gave.</summary>
/// <param name="Commit">What to commit; <see langword="null"/> when the claim was lost.</param>
internal sealed record DeliveryNews(OutboxCommit? Commit)
{
    /// <summary>What the server said of each recipient; empty where it was not asked.</summary>
    public IReadOnlyList<RecipientResult> Results { get; init; } = [];
}
