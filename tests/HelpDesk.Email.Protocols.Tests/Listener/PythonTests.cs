using System.Diagnostics;
using System.Net;
using System.Text;

namespace HelpDesk.Email.Protocols.Tests.Listener;

/// <summary>A client that others wrote: Python's smtplib.</summary>
public sealed class PythonTests
{
    private const string Program = """
        import smtplib, sys
        from email.message import EmailMessage

        with smtplib.SMTP("127.0.0.1", int(sys.argv[1]), timeout=120) as smtp:
            smtp.ehlo("client.test")
            for name in ("size", "8bitmime", "smtputf8", "pipelining", "enhancedstatuscodes"):
                assert smtp.has_extn(name), name

            mail = EmailMessage()
            mail["From"], mail["To"], mail["Subject"] = "ann@example.test", "support@help.test", "Der Drucker brennt \N{FIRE}"
            mail.set_content("Hilfe!\n.\n..dots\nGr\u00fc\u00dfe\n")
            mail.add_attachment(bytes(range(256)) * 64, maintype="application", subtype="octet-stream", filename="log.bin")
            assert smtp.send_message(mail) == {}

            mail.replace_header("From", "j\u00f6rg@example.test")
            assert smtp.send_message(mail, mail_options=["SMTPUTF8"]) == {}

            refused = smtp.sendmail("ann@example.test", ["support@help.test", "nobody@help.test"], "\r")
            assert refused == {"nobody@help.test": (550, b"5.1.1 No such mailbox here")}, refused

            try:
                smtp.sendmail("ann@example.test", ["support@help.test"], "x" * (30 << 20))
                raise AssertionError("30 MB were taken")
            except smtplib.SMTPSenderRefused as e:
                assert e.smtp_code == 552, e

            assert smtp.sendmail("ann@example.test", ["support@help.test", "sales@help.test"], "") == {}
            assert smtp.verify("ann")[0] == 252
            assert smtp.help()
        print("done")
        """;

    [Fact]
    public async Task Smtplib_of_Python_understands_the_listener()
    {
        await using var host = await ListenerHost.StartAsync();
        var port = ((IPEndPoint)host.Listener.EndPoint!).Port;
        using var python = Start(["-c", Program, port.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        Assert.SkipWhen(python is null, "python3 is not installed.");
        var errors = python!.StandardError.ReadToEndAsync();
        var output = await python.StandardOutput.ReadToEndAsync().WaitAsync(TimeSpan.FromMinutes(3));
        Assert.True(output.Trim() == "done", await errors);

        var mails = host.Intake.Accepted.ToArray();
        Assert.Equal(["ann@example.test", "jörg@example.test", "ann@example.test", "ann@example.test"], mails.Select(mail => mail.ReversePath));
        Assert.Contains("\r\nHilfe!\r\n.\r\n..dots\r\n", mails[0].Text, StringComparison.Ordinal);
        Assert.Contains("From: jörg@example.test\r\n", Encoding.UTF8.GetString(mails[1].Octets), StringComparison.Ordinal);
        Assert.Equal("\r\n", mails[2].Text);
        Assert.Equal(["support", "sales"], mails[3].Mailboxes);
    }

    private static Process? Start(string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("python3", arguments) { RedirectStandardOutput = true, RedirectStandardError = true });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
