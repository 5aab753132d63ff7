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

        Assert.InRange(await server.InterruptAsync(), TimeSpan.Zero, AtMost);

        Assert.Equal(string.Empty, server.Errors);
        Assert.Contains("HelpDesk.Email stopped.", server.Output, StringComparison.Ordinal);
        Assert.Equal(0, server.ExitCode);
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

            Assert.InRange(await server.InterruptAsync(), TimeSpan.Zero, AtMost);
            Assert.Equal(string.Empty, server.Errors);
            Assert.Contains("HelpDesk.Email stopped.", server.Output, StringComparison.Ordinal);
            Assert.Equal(0, server.ExitCode);
        }

        await using var again = await QuickStartProcess.StartAsync(_folder);
        await using var journal = new JournalFile(_folder);
        await journal.IsQuietAsync(Eventually.Guard);
        using var site = new HelpDeskSite(again);
        Assert.Equal(Mails, (await site.TicketsAsync()).Select(ticket => ticket.Subject).Distinct().Count());
        Assert.Equal(Mails, _folder.OutgoingMails().Count);
    }

    public void Dispose() => _folder.Dispose();

    private static void SkipWithoutSignals() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no way to send Ctrl-C to one process alone.");
}
