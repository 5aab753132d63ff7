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

    // The whole way is in it: connection, journal, reading, ticket. It swings by some MB with the moments of the collector.
    private const double MostRaised = 16 * Mega;
    private const double MostRaisedByFourTimesAsMuch = 1.2 * MostRaised;

    [Theory]
    [InlineData("Imap")]
    [InlineData("Pop3")]
    public async Task A_big_mail_is_never_in_memory_as_a_whole(string kind)
    {
        Assert.InRange(await MeasureAsync(kind, 25), 0, MostRaised);
        if (CutPoints.IsLong)
        {
            Assert.InRange(await MeasureAsync(kind, 100), 0, MostRaisedByFourTimesAsMuch);
        }
    }

    // By how much one mail raises the memory of a process that has read smaller ones.
    private async Task<double> MeasureAsync(string kind, int megabytes)
    {
        var user = servers.NextUser();
        var maildir = new Maildir(user);
        var settings = new EngineSettings().Mailbox(servers, "support", user, kind).Outgoing(servers, user);
        settings["Mailboxes:support:InitialImport"] = "All";
        settings["Mailboxes:support:AfterProcessing"] = "Delete";
        settings["Limits:MaxMailOctets"] = $"{200 * Mega}";
        await using var worker = Worker.Start(settings);

        // What is loaded, compiled and cached at the first mails is no matter of size; 2 MB don't stay in memory either.
        var read = 0;
        foreach (var warm in Enumerable.Repeat(0, 30).Concat(Enumerable.Repeat(2, 4)))
        {
            maildir.Put(Mail(user, warm));
            read++;
        }

        await worker.WaitForTicketsAsync(read);
        await Eventually.BecomesTrueAsync(() => maildir.Count() == 0, "an empty mailbox");
        var idle = ResidentMemory.Of(worker.Id);
        ResidentMemory.ForgetPeak(worker.Id);
        maildir.Put(Mail(user, megabytes));
        await worker.WaitForTicketsAsync(read + 1);
        await Eventually.BecomesTrueAsync(() => maildir.Count() == 0, "an empty mailbox");
        var raised = ResidentMemory.PeakOf(worker.Id) - idle;
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}: {megabytes} MB raise {idle / (double)Mega:0.0} MB by {raised / (double)Mega:0.0} MB."));
        return raised;
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
