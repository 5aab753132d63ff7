using HelpDesk.Email.Mailboxes;

namespace HelpDesk.Email.Checking;

/// <summary>What a test of one configured connection found.</summary>
/// <param name="Direction">Whether it is for incoming or outgoing mail.</param>
/// <param name="Name">The name of the mailbox or the account in the settings.</param>
/// <param name="Report">What worked, or what failed and what to do.</param>
public sealed record CheckedConnection(MailDirection Direction, string Name, CheckReport Report);
