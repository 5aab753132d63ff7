using HelpDesk.Email.QuickStart.Tests.Journal;
using HelpDesk.Email.QuickStart.Tests.Load;
using HelpDesk.Email.QuickStart.Tests.Pages;
using HelpDesk.Email.QuickStart.Tests.Server;

namespace HelpDesk.Email.QuickStart.Tests.Sharing;

/// <summary>Two processes on one folder.</summary>
public sealed class SharedFolderTests : IDisposable
{
    private const int Mails = 200;
    private static readonly TimeSpan Guard = TimeSpan.FromMinutes(2);

    private readonly DataFolder _folder = new();

    [Fact]
    public async Task Two_processes_on_one_folder_take_every_mail_once()
    {
        var starting = new[] { QuickStartProcess.StartAsync(_folder), QuickStartProcess.StartAsync(_folder) };
        await using var one = await starting[0];
        await using var two = await starting[1];
        var plan = new MailPlan(Mails, new Random(1));
        using var client = new RetryingClient(plan, one.SmtpPort, two.SmtpPort);
        client.Allow(plan.Deliveries);
        await client.RunAsync(CancellationToken.None).WaitAsync(Guard);

        Assert.Equal(0, client.Failures);
        await using var journal = new JournalFile(_folder);
        await journal.IsQuietAsync(Guard);
        using var site = new HelpDeskSite(two);
        await Bookkeeping.IsRightAsync(plan, await site.TicketsAsync(), journal, _folder);
        Assert.All(new[] { one, two }, server => Assert.NotEqual(0, server.CountLines(" mails to send.")));
        Assert.All(new[] { one, two }, server => Assert.Equal(string.Empty, server.Errors));
    }

    [Fact]
    public async Task A_process_that_is_killed_leaves_the_other_one_working()
    {
        await using var one = await QuickStartProcess.StartAsync(_folder);
        await using var two = await QuickStartProcess.StartAsync(_folder);
        await one.KillAsync();

        var plan = new MailPlan(20, new Random(2));
        using var client = new RetryingClient(plan, two.SmtpPort);
        client.Allow(plan.Deliveries);
        await client.RunAsync(CancellationToken.None).WaitAsync(Guard);

        await using var journal = new JournalFile(_folder);
        await journal.IsQuietAsync(Guard);
        using var site = new HelpDeskSite(two);
        await Bookkeeping.IsRightAsync(plan, await site.TicketsAsync(), journal, _folder);
    }

    public void Dispose() => _folder.Dispose();
}
