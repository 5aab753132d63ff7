using System.Globalization;
using HelpDesk.Email.Servers.Tests.Cutting;
using HelpDesk.Email.Servers.Tests.Engine;
using HelpDesk.Email.Servers.Tests.Mailboxes;
using HelpDesk.Email.Servers.Tests.Measuring;
using HelpDesk.Email.Servers.Tests.Programs;
using HelpDesk.Email.Servers.Tests.Servers;
using HelpDesk.Email.Servers.Tests.Waiting;

namespace HelpDesk.Email.Servers.Tests.Reading;

/// <summary>Mail that is larger than the memory it may take, read by a process of its own into SQLite.</summary>
public sealed class BigMailTests(MailServers servers)
{
    private const int Mega = 1024 * 1024;
    private const long MostRaised = 16 * Mega;
    private const double MostRatio = 1.2;

    [Theory]
    [InlineData("Imap")]
    [InlineData("Pop3")]
    public async Task A_big_mail_is_never_in_memory_as_a_whole(string kind)
    {
        int[] sizes = CutPoints.IsLong ? [25, 100] : [25];
        var user = servers.NextUser();
        var maildir = new Maildir(user);
        var settings = new EngineSettings().Mailbox(servers, "support", user, kind).Outgoing(servers, user);
        settings["Mailboxes:support:InitialImport"] = "All";
        settings["Mailboxes:support:AfterProcessing"] = "Delete";
        settings["Limits:MaxMailOctets"] = $"{200 * Mega}";
        settings["Departments:Support:Autoresponder:Enabled"] = "false";
        await using var worker = Worker.Start(settings);

        // What is loaded and compiled at the first mail, and at the first one that does not stay in memory, is no matter of size.
        maildir.Put(Mail(user, 0));
        await worker.WaitForTicketsAsync(1);
        maildir.Put(Mail(user, 2));
        await worker.WaitForTicketsAsync(2);
        var raised = new List<long>();
        foreach (var size in sizes)
        {
            await Eventually.BecomesTrueAsync(() => maildir.Count() == 0, "an empty mailbox");
            var idle = ResidentMemory.Of(worker.Id);
            ResidentMemory.ForgetPeak(worker.Id);
            maildir.Put(Mail(user, size));
            await worker.WaitForTicketsAsync(3 + raised.Count);
            await Eventually.BecomesTrueAsync(() => maildir.Count() == 0, "an empty mailbox");
            raised.Add(ResidentMemory.PeakOf(worker.Id) - idle);
            TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}: {size} MB raise {idle / (double)Mega:0.0} MB by {raised[^1] / (double)Mega:0.0} MB."));
        }
    }

    // Attachments, as large mails have.
    private static byte[] Mail(MailUser user, int megabytes)
    {
        var line = Convert.ToBase64String(Enumerable.Range(0, 57).Select(i => (byte)(i * 37)).ToArray()) + "\r\n";
        var text = string.Create(CultureInfo.InvariantCulture, $"--b\r\nContent-Type: text/plain\r\n\r\nSee there: {megabytes}.\r\n--b\r\nContent-Type: application/octet-stream; name=a.bin\r\nContent-Transfer-Encoding: base64\r\n\r\n")
            + string.Concat(Enumerable.Repeat(line, megabytes * Mega / line.Length))
            + "--b--\r\n";
        var mail = new TestMail("ann@customers.test", user.Address, $"{megabytes} MB") { Date = DateTimeOffset.UtcNow.AddDays(-2), Text = text };
        return System.Text.Encoding.ASCII.GetBytes(System.Text.Encoding.ASCII.GetString(mail.Octets)
            .Replace("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit", "Content-Type: multipart/mixed; boundary=b", StringComparison.Ordinal));
    }
}
