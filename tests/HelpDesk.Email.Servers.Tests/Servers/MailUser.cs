namespace HelpDesk.Email.Servers.Tests.Servers;

/// <summary>Somebody with a mailbox on the servers.</summary>
/// <param name="Address">Their address, and their user name.</param>
/// <param name="Password">Their password.</param>
/// <param name="Home">Where their mail is.</param>
internal sealed record MailUser(string Address, string Password, string Home);
