using System.Net.Sockets;
using System.Text;
using HelpDesk.Email.QuickStart.Tests.Journal;
using HelpDesk.Email.QuickStart.Tests.Pages;
using HelpDesk.Email.QuickStart.Tests.Server;
using HelpDesk.Email.QuickStart.Tests.Smtp;

namespace HelpDesk.Email.QuickStart.Tests.Ports;

/// <summary>How it ends.</summary>
public sealed class StopTests : IDisposable
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(5);

    private readonly DataFolder _folder = new();

    [Fact]
    public async Task CtrlC_stops_in_under_five_seconds_also_while_clients_are_connected()
    {
        SkipWithoutSignals();
        await using var server = await QuickStartProcess.StartAsync(_folder);
        using var idle = await SmtpConversation.OpenAsync(server.SmtpPort);
        using var inTheMiddle = await SmtpConversation.OpenAsync(server.SmtpPort);
        await inTheMiddle.BeginDataAsync("slow@example.test");
        using var browser = new HelpDeskSite(server);
        await browser.PageAsync("/");

        await StopsInTimeAsync(server);
    }

    [Fact]
    public async Task CtrlC_stops_in_under_five_seconds_also_while_a_browser_is_in_the_middle_of_a_form()
    {
        SkipWithoutSignals();
        await using var server = await QuickStartProcess.StartAsync(_folder);
        using var browser = new TcpClient();
        await browser.ConnectAsync("127.0.0.1", server.HttpPort);
        await browser.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /mails HTTP/1.1\r\nHost: 127.0.0.1:{server.HttpPort}\r\nExpect: 100-continue\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\n"));

        // The server asks for the form once it waits for it.
        var asked = new byte[12];
        await browser.GetStream().ReadExactlyAsync(asked);
        Assert.Equal("HTTP/1.1 100", Encoding.ASCII.GetString(asked));

        await StopsInTimeAsync(server);
    }

    [Fact]
    public async Task CtrlC_under_load_stops_in_under_five_seconds_and_what_was_taken_is_there_after_the_next_start()
    {
        SkipWithoutSignals();
        const int Mails = 60;
        await using (var server = await QuickStartProcess.StartAsync(_folder))
        {
            using var conversation = await SmtpConversation.OpenAsync(server.SmtpPort);
            for (var i = 0; i < Mails; i++)
            {
                var mail = new PlainMail($"load{i}@example.test", $"Load {i}", "Text.");
                Assert.Equal(250, (await conversation.SendAsync(mail.From, mail.ToOctets())).Code);
            }

            await StopsInTimeAsync(server);
        }

        await using var again = await QuickStartProcess.StartAsync(_folder);
        await using var journal = new JournalFile(_folder);
        await journal.IsQuietAsync(Eventually.Guard);
        using var site = new HelpDeskSite(again);
        Assert.Equal(Mails, (await site.TicketsAsync()).Select(ticket => ticket.Subject).Distinct().Count());
        Assert.Equal(Mails, _folder.OutgoingMails().Count);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task StopsInTimeAsync(QuickStartProcess server)
    {
        Assert.InRange(await server.InterruptAsync(), TimeSpan.Zero, AtMost);
        Assert.Equal(string.Empty, server.Errors);
        Assert.Contains("HelpDesk.Email stopped.", server.Output, StringComparison.Ordinal);
        Assert.Equal(0, server.ExitCode);
    }

    private static void SkipWithoutSignals() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no way to send Ctrl-C to one process alone.");
}
