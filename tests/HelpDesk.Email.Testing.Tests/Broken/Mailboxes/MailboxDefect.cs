using HelpDesk.Email.Testing.Mailboxes;

namespace HelpDesk.Email.Testing.Tests.Broken.Mailboxes;

/// <summary>A mailbox source that is broken in one way, and the cases that must find it.</summary>
/// <param name="Name">What it does, after "a mailbox source that".</param>
/// <param name="Make">Spoils a source that is in order, each time one is opened.</param>
/// <param name="CaughtBy">The names of the cases.</param>
internal sealed record MailboxDefect(string Name, Func<InMemoryMailboxes, MailboxTampering> Make, params string[] CaughtBy)
{
    public override string ToString() => Name;
}
