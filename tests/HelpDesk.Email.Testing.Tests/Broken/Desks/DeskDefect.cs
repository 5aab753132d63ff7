using HelpDesk.Email.Testing.Tests.Broken.Mail;
using HelpDesk.Email.Testing.Tests.Broken.Tickets;

namespace HelpDesk.Email.Testing.Tests.Broken.Desks;

/// <summary>A mail store and a ticket store of which one is broken in one way, and the cases that must find it.</summary>
/// <param name="Name">What they do, after "stores of which one".</param>
/// <param name="CaughtBy">The names of the cases.</param>
internal sealed record DeskDefect(string Name, params string[] CaughtBy)
{
    /// <summary>The ticket store.</summary>
    public TicketDefect Tickets { get; init; } = new("is in order", _ => new TicketTampering());

    /// <summary>The mail store.</summary>
    public MailDefect Mails { get; init; } = new("is in order", _ => new MailTampering());

    public override string ToString() => Name;
}
