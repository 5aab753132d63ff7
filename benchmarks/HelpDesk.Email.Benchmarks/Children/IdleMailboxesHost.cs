using System.Globalization;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Monitoring;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HelpDesk.Email.Benchmarks.Children;

/// <summary>A whole help desk in a process of its own with many mailboxes, each with its connection and without mail, that says how much memory it has.</summary>
internal static class IdleMailboxesHost
{
    /// <summary>The first word of the command line that asks for it; a port, a folder and a number follow.</summary>
    public const string Word = "idle-mailboxes-host";

    public static async Task<int> RunAsync(string port, string folder, string count)
    {
        var mailboxes = int.Parse(count, CultureInfo.InvariantCulture);
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(Enumerable.Range(0, mailboxes).SelectMany(i => new KeyValuePair<string, string?>[]
        {
            new($"HelpDeskEmail:Mailboxes:box{i}:Address", $"box{i}@helpdesk.test"),
            new($"HelpDeskEmail:Mailboxes:box{i}:Kind", "Imap"),
            new($"HelpDeskEmail:Mailboxes:box{i}:Host", "127.0.0.1"),
            new($"HelpDeskEmail:Mailboxes:box{i}:Port", port),
            new($"HelpDeskEmail:Mailboxes:box{i}:Encryption", "None"),
            new($"HelpDeskEmail:Mailboxes:box{i}:UserName", $"user{i}"),
            new($"HelpDeskEmail:Mailboxes:box{i}:Password", "secret"),
            new($"HelpDeskEmail:Mailboxes:box{i}:CheckInterval", "00:00:05"),
            new($"HelpDeskEmail:Mailboxes:box{i}:AfterProcessing", "Leave"),
        }));
        builder.Services.AddHelpDeskEmail(builder.Configuration.GetSection("HelpDeskEmail"), mail => mail
            .UseSqlite($"Data Source={Path.Combine(folder, "helpdesk.db")}")
            .UseHandlebarsTemplates()
            .UseImap());
        using var host = builder.Build();
        await host.StartAsync();
        var monitor = host.Services.GetRequiredService<IMailboxMonitor>();
        while (monitor.Mailboxes.Count(mailbox => mailbox.LastSuccess is not null) < mailboxes)
        {
            await Task.Delay(100);
        }

        // What the start left behind is no cost of a mailbox; a few more looks are.
        await Task.Delay(TimeSpan.FromSeconds(12));
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        Console.WriteLine(ResidentMemory.Now());
        await host.StopAsync();
        return 0;
    }
}
