using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Monitoring;

/// <summary>How a mailbox is. Immutable.</summary>
/// <param name="Name">Its name in the settings.</param>
/// <param name="Activity">What the monitor does with it.</param>
public sealed record MailboxStatus(string Name, MailboxActivity Activity)
{
    /// <summary>When it was last read without an error by this process; <see langword="null"/> if never.</summary>
    public DateTimeOffset? LastSuccess { get; init; }

    /// <summary>Errors in a row since.</summary>
    public int Failures { get; init; }

    /// <summary>What the last error said and what to do; <see langword="null"/> when all is well.</summary>
    public string? Error { get; init; }

    /// <summary>What went wrong, where it is one of the known reasons.</summary>
    public MailFailure? Failure { get; init; }

    /// <summary>When it is looked at next, at the latest; <see langword="null"/> while that is not known.</summary>
    public DateTimeOffset? NextLook { get; init; }

    /// <summary>How many mails this process received from it.</summary>
    public long Received { get; init; }
}
