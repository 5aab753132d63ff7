using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Mailboxes;

/// <summary>What a test of a connection found.</summary>
/// <param name="Succeeded">Whether all of it works.</param>
/// <param name="Message">What worked, or what failed and what to do about it.</param>
public sealed record CheckReport(bool Succeeded, string Message)
{
    /// <summary>What went wrong, where it is one of the known reasons; <see langword="null"/> when all of it works.</summary>
    public MailFailure? Failure { get; init; }
}
