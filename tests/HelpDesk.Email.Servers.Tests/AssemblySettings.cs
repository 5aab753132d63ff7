using HelpDesk.Email.Servers.Tests.Servers;

// One Dovecot and one Postfix for all tests; each test has mailboxes of its own.
[assembly: AssemblyFixture(typeof(MailServers))]
