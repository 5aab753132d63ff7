namespace HelpDesk.Email.Testing.Tests.Broken.Mail;

internal sealed record ClaimRequest(string Node, int Max, TimeSpan Lease);
