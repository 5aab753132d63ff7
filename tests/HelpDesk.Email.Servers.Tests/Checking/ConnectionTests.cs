using HelpDesk.Email.Configuration;
using HelpDesk.Email.Servers.Tests.Certificates;
using HelpDesk.Email.Servers.Tests.Engine;
using HelpDesk.Email.Servers.Tests.Mailboxes;
using HelpDesk.Email.Servers.Tests.Programs;
using HelpDesk.Email.Servers.Tests.Proxies;
using HelpDesk.Email.Servers.Tests.Servers;

namespace HelpDesk.Email.Servers.Tests.Checking;

/// <summary>What the tool says of settings: <c>helpdesk-email check</c>, as a process, against the real servers.</summary>
public sealed class ConnectionTests(MailServers servers)
{
    [Fact]
    [Trait("Feature", "IN-10")]
    public async Task Each_mailbox_and_account_that_works_has_a_line_that_says_so_and_nothing_is_touched()
    {
        var user = servers.NextUser();
        new Maildir(user).Put(new TestMail("ann@customers.test", user.Address, "Unread").Octets);
        var settings = new ToolSettings(user, "f")
            .Mailbox("a", "Imap", servers.Dovecot.Ports.Imaps)
            .Mailbox("b", "Imap", servers.Dovecot.Ports.Imap, encryption: MailEncryption.StartTls)
            .Mailbox("c", "Imap", servers.Dovecot.Ports.Imap, encryption: MailEncryption.None)
            .Mailbox("d", "Pop3", servers.Dovecot.Ports.Pop3s)
            .Mailbox("e", "Pop3", servers.Dovecot.Ports.Pop3, encryption: MailEncryption.StartTls)
            .Account("f", servers.Postfix.Ports.Smtp, encryption: MailEncryption.StartTls)
            .Account("g", servers.Postfix.Ports.Smtps);

        var run = await ToolRun.StartAsync(servers, settings.Values, "check");

        Assert.True(run.Code == 0, run.Output);
        Assert.Equal(["incoming a", "incoming b", "incoming c", "incoming d", "incoming e", "outgoing f", "outgoing g"], run.Lines.Select(line => $"{line.Direction} {line.Name}"));
        Assert.All(run.Lines, line => Assert.True(line is { Ok: true, Failure: null }, line.ToString()));
        Assert.All(run.Lines, line => Assert.Contains("connected", line.Message, StringComparison.Ordinal));
        Assert.All(run.Lines, line => Assert.Contains("logged in", line.Message, StringComparison.Ordinal));
        Assert.Equal("c", Assert.Single(run.Lines, line => line.Message.Contains("not encrypted", StringComparison.Ordinal)).Name);
        Assert.Contains("folder 'INBOX' has 1 mails", run.Lines[0].Message, StringComparison.Ordinal);
        Assert.DoesNotContain(user.Password, run.Output, StringComparison.Ordinal);
        Assert.False(Assert.Single(new Maildir(user).Mails()).IsRead);
    }

    [Fact]
    [Trait("Feature", "IN-10")]
    [Trait("Feature", "IN-11")]
    public async Task Each_fault_is_told_from_the_others_with_what_to_do_about_it()
    {
        using var silent = new SilentServer();
        var user = servers.NextUser();
        var faults = FaultsOf(silent).ToList();
        var settings = new ToolSettings(user, "20");
        foreach (var (i, fault) in faults.Index())
        {
            fault.Write(settings, $"{i:00}");
        }

        var run = await ToolRun.StartAsync(servers, settings.Values, "check");

        Assert.True(run.Code == 1, run.Output);
        Assert.Equal(faults.Count, run.Lines.Count);
        foreach (var line in run.Lines)
        {
            TestContext.Current.TestOutputHelper!.WriteLine($"{line.Direction} {line.Name} {line.Failure}: {line.Message}");
            var (_, failure, words, advice) = faults[int.Parse(line.Name, System.Globalization.CultureInfo.InvariantCulture)];
            Assert.False(line.Ok);
            Assert.Equal(failure, line.Failure);
            Assert.Contains(words, line.Message, StringComparison.Ordinal);
            Assert.Contains(advice.Replace("KEY", $"HelpDeskEmail:{(line.Direction == "incoming" ? "Mailboxes" : "Outgoing")}:{line.Name}", StringComparison.Ordinal), line.Message, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(user.Password, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Feature", "IN-10")]
    public async Task A_name_that_nobody_has_is_told()
    {
        var settings = new ToolSettings(servers.NextUser(), "smtp")
            .Mailbox("imap", "Imap", 993, "imap.help-desk.invalid")
            .Mailbox("pop3", "Pop3", 995, "pop3.help-desk.invalid")
            .Account("smtp", 465, "smtp.help-desk.invalid");

        var run = await ToolRun.StartWithoutNetworkAsync(servers, settings.Values, "check");

        Assert.True(run.Code == 1, run.Output);
        Assert.Equal(["imap", "pop3", "smtp"], run.Lines.Select(line => line.Name));
        Assert.All(run.Lines, line => Assert.Equal("nameNotFound", line.Failure));
        Assert.All(run.Lines, line => Assert.Contains($"{line.Name}.help-desk.invalid", line.Message, StringComparison.Ordinal));
        Assert.All(run.Lines, line => Assert.Contains($":{line.Name}:Host", line.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Settings_that_are_wrong_and_wrong_words_are_told_apart_from_connections_that_fail()
    {
        var settings = new ToolSettings(servers.NextUser()).Mailbox("support", "Imap", 0);

        Assert.Equal(2, (await ToolRun.StartAsync(servers, settings.Values, "check")).Code);
        Assert.Equal(2, (await ToolRun.StartAsync(servers, [BuiltProgram.DotNet, BuiltProgram.Tool, "check"])).Code);
        Assert.Equal(2, (await ToolRun.StartAsync(servers, settings.Values, "check", "--no-such-option")).Code);
    }

    // What is wrong, its name, words that tell it, and what to do.
    private IEnumerable<(Action<ToolSettings, string> Write, string Failure, string Words, string Advice)> FaultsOf(SilentServer silent)
    {
        var closed = ServerPorts.Free();
        foreach (var (kind, port, plain) in new[] { ("Imap", servers.Dovecot.Ports.Imaps, servers.Dovecot.Ports.Imap), ("Pop3", servers.Dovecot.Ports.Pop3s, servers.Dovecot.Ports.Pop3), ("Smtp", servers.Postfix.Ports.Smtps, servers.Postfix.Ports.Smtp) })
        {
            // The handshake comes before the first word: any server with such a certificate will do.
            var tls = kind == "Smtp" ? servers.Dovecot.Ports.Imaps : port;
            yield return (At(kind, closed), "connectionRefused", "nobody listens at this port", "Check KEY:Port and Encryption, and that the server runs.");
            yield return (At(kind, silent.Port, timeout: "00:00:01"), "timedOut", "within 1 s", "Check the firewalls, and that KEY:Encryption fits the port.");
            yield return (At(kind, silent.Port, encryption: MailEncryption.None, timeout: "00:00:01"), "timedOut", "within 1 s", "Check the firewalls, and that KEY:Encryption fits the port.");
            yield return (At(kind, tls, Addresses.Expired), "certificateExpired", "its certificate expired on", "The server needs another certificate.");
            yield return (At(kind, tls, Addresses.WrongName), "certificateWrongName", "for 10.9.8.7 and not for 127.0.0.3", "Set KEY:Host to a name that the certificate is for.");
            yield return (At(kind, tls, Addresses.SelfSigned), "certificateSelfSigned", "signed by itself", "KEY:PinnedCertificate");
            yield return (At(kind, tls, Addresses.Stranger), "certificateUntrustedRoot", "issued by 'Root of a stranger'", "KEY:PinnedCertificate");
            yield return (At(kind, servers.Postfix.Ports.OldTls), "tlsVersionTooOld", "no TLS from version 1.2 on", "The server has to learn TLS 1.2 or later.");
            yield return (At(kind, plain), "tlsHandshakeFailed", "does not speak TLS at this port", "KEY:Encryption fits the port");
            yield return (At(kind, port, password: "wrong"), "loginRefused", kind.ToUpperInvariant(), "Check KEY:UserName and the password or token");
        }

        yield return (At("Imap", servers.Dovecot.Ports.Imaps, folder: "No such folder"), "folderMissing", "No such folder", "Set KEY:Folder to a folder that exists");
        yield return (At("Smtp", servers.Postfix.Ports.NoTls, encryption: MailEncryption.StartTls), "tlsNotOffered", "STARTTLS", "Set KEY:Encryption to ImplicitTls");
        yield return (At("Smtp", servers.Postfix.Ports.Expired, encryption: MailEncryption.StartTls), "certificateExpired", "expired on", "The server needs another certificate.");
    }

    private static Action<ToolSettings, string> At(
        string kind, int port, string host = Addresses.Good, MailEncryption encryption = MailEncryption.ImplicitTls, string? timeout = null, string? password = null, string? folder = null) =>
        (settings, name) => _ = kind == "Smtp"
            ? settings.Account(name, port, host, encryption, timeout, password)
            : settings.Mailbox(name, kind, port, host, encryption, timeout, password, folder);
}
