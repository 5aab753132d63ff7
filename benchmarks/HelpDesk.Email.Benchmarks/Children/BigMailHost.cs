using System.Globalization;
using HelpDesk.Email.Tickets.Events;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Benchmarks.Children;

/// <summary>A whole help desk in a process of its own, from IMAP to tickets on SQLite, that says how much memory it has.</summary>
/// <remarks>Each line on its input is a number of mails: when so many came into tickets, it says how much is resident and how much was at most since the last line.</remarks>
internal static class BigMailHost
{
    /// <summary>The first word of the command line that asks for it; a port and a folder follow.</summary>
    public const string Word = "big-mail-host";

    public static async Task<int> RunAsync(string port, string folder)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["HelpDeskEmail:Mailboxes:support:Address"] = "support@helpdesk.test",
            ["HelpDeskEmail:Mailboxes:support:Kind"] = "Imap",
            ["HelpDeskEmail:Mailboxes:support:Host"] = "127.0.0.1",
            ["HelpDeskEmail:Mailboxes:support:Port"] = port,
            ["HelpDeskEmail:Mailboxes:support:Encryption"] = "None",
            ["HelpDeskEmail:Mailboxes:support:UserName"] = "ann",
            ["HelpDeskEmail:Mailboxes:support:Password"] = "secret",
            ["HelpDeskEmail:Mailboxes:support:CheckInterval"] = "00:00:01",
            ["HelpDeskEmail:Mailboxes:support:AfterProcessing"] = "Leave",
            ["HelpDeskEmail:Limits:MaxMailOctets"] = "300000000",
        });
        builder.Services.AddSingleton<TicketCount>();
        builder.Services.AddHelpDeskEmail(builder.Configuration.GetSection("HelpDeskEmail"), mail => mail
            .UseSqlite($"Data Source={Path.Combine(folder, "helpdesk.db")}")
            .UseHandlebarsTemplates()
            .UseImap()
            .On<TicketCreated, TicketListener>()
            .On<TicketUpdated, TicketListener>());
        using var host = builder.Build();
        await host.StartAsync();
        var tickets = host.Services.GetRequiredService<TicketCount>();
        while (await Console.In.ReadLineAsync() is { } line)
        {
            await tickets.ReachAsync(int.Parse(line, CultureInfo.InvariantCulture));
            Console.WriteLine(ResidentMemory.Now());
            ResidentMemory.ForgetPeak();
        }

        await host.StopAsync();
        return 0;
    }
}
