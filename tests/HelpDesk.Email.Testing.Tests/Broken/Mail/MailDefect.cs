namespace HelpDesk.Email.Testing.Tests.Broken.Mail;

/// <summary>A mail store that is broken in one way, and the cases that must find it.</summary>
/// <param name="Name">What it does, after "a mail store that".</param>
/// <param name="Make">Spoils a store that is in order.</param>
/// <param name="CaughtBy">The names of the cases.</param>
internal sealed record MailDefect(string Name, Func<MailWorld, MailTampering> Make, params string[] CaughtBy)
{
    public override string ToString() => Name;
}
