using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Outbound;

/// <summary>The whole channel is closed (log-in refused, quota used up): no mail is to blame.</summary>
/// <param name="Reason">What failed and what to do.</param>
/// <param name="RetryAfter">When it may be worth a try.</param>
public sealed record ChannelFailure(string Reason, TimeSpan RetryAfter)
{
    /// <summary>What went wrong, told apart for programs; <see langword="null"/> where the transport can't say.</summary>
    public MailFailure? Failure { get; init; }
}
