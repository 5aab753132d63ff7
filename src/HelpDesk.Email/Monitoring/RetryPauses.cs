using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Monitoring;

/// <summary>How long the monitor waits after errors.</summary>
internal static class RetryPauses
{
    /// <summary>After so many errors in a row a mailbox counts as suspended.</summary>
    public const int SuspendedAfter = 5;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    // Servers lock accounts after five or ten refused log-ins in a quarter of an hour or so.
    private static readonly TimeSpan[] AfterRefusedLogin = [TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15)];

    /// <summary>The pause before the next look.</summary>
    /// <param name="interval">The pause between looks that succeed.</param>
    /// <param name="failures">Errors in a row, 1 and more.</param>
    /// <param name="failure">What went wrong.</param>
    /// <param name="chance">From 0 to 1: many mailboxes of one server don't come back all at once.</param>
    public static TimeSpan After(TimeSpan interval, int failures, MailFailure? failure, double chance)
    {
        var pause = failure is MailFailure.LoginRefused or MailFailure.MechanismNotOffered
            ? failures <= AfterRefusedLogin.Length ? AfterRefusedLogin[failures - 1] : Longest
            : Shorter(Longest, interval * Math.Pow(2, Math.Min(failures - 1, 10)));
        return pause * (0.9 + (0.2 * chance));
    }

    /// <summary>The pause before the next look after one that succeeded.</summary>
    public static TimeSpan Between(TimeSpan interval, double chance) => interval * (0.95 + (0.1 * chance));

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
