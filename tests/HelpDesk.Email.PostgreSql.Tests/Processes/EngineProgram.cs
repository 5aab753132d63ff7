using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.PostgreSql.Tests.Engines;
using HelpDesk.Email.Tickets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.PostgreSql.Tests.Processes;

/// <summary>An engine that reads a mailbox of files, as a process of its own, until it is killed.</summary>
internal static class EngineProgram
{
    public static async Task RunAsync(PostgreSqlOptions options, string node, string folder)
    {
        (string, string)[] settings =
        [
            ("Processing:NodeName", node),
            // Longer than a busy machine lets a process wait for its turn: who is only late does not lose what it holds.
            ("Processing:Lease", "00:00:10"),
            ("Mailboxes:support:Kind", "Folder"),
            ("Mailboxes:support:Host", Path.Combine(folder, "mail")),
            ("Mailboxes:support:CheckInterval", "00:00:01"),
        ];
        await using var engine = await TestEngine.StartAsync(options, settings, services =>
        {
            services.AddLogging(logging => logging.AddProvider(new LostClaimLog()));
            services.AddSingleton<IMailboxSourceFactory, FolderMailboxes>();
            services.AddSingleton<ITicketStore>(provider => new HeldTicketStore(provider.GetRequiredService<PostgreSqlStores>().Tickets, Path.Combine(folder, $"hold-{node}")));
        });
        Say("started");
        await Task.Delay(Timeout.Infinite);
    }

    public static void Say(string line)
    {
        Console.Out.WriteLine(line);
        Console.Out.Flush();
    }
}
