namespace HelpDesk.Email.Documentation.Tests.Operations;

/// <summary>A note that Acme keeps beside a ticket.</summary>
internal sealed record AcmeNote(string Ticket, string Address, string Text);
