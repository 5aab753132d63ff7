using System.Globalization;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Outbox;
using HelpDesk.Email.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Benchmarks.Rows;

/// <summary>An outbox on SQLite, with mail in it, that delivers to a server of ours by one connection.</summary>
internal sealed class OutboxWork : IAsyncDisposable
{
    private const int Batch = 100;

    private readonly string _folder = Directory.CreateTempSubdirectory("hde-outbox-").FullName;
    private readonly ServiceProvider _services;
    private IMailStoreNode? _node;

    public OutboxWork(int port)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["HelpDeskEmail:Mailboxes:support:Address"] = "support@helpdesk.test",
            ["HelpDeskEmail:Mailboxes:support:Kind"] = "None",
            ["HelpDeskEmail:Outgoing:default:Kind"] = "Smtp",
            ["HelpDeskEmail:Outgoing:default:Host"] = "127.0.0.1",
            ["HelpDeskEmail:Outgoing:default:Port"] = port.ToString(CultureInfo.InvariantCulture),
            ["HelpDeskEmail:Outgoing:default:Encryption"] = "None",
            ["HelpDeskEmail:Outgoing:default:MaxConnections"] = "1",
            ["HelpDeskEmail:Processing:BatchSize"] = Batch.ToString(CultureInfo.InvariantCulture),
        }).Build();
        _services = new ServiceCollection()
            .AddLogging()
            .AddHelpDeskEmail(settings.GetSection("HelpDeskEmail"), mail => mail
                .UseSqlite($"Data Source={Path.Combine(_folder, "helpdesk.db")}")
                .UseHandlebarsTemplates()
                .UseSmtp())
            .BuildServiceProvider();
    }

    private IMailStore Store => _services.GetRequiredService<IMailStore>();

    /// <summary>Queues mails, all due.</summary>
    public async Task FillAsync(IReadOnlyList<byte[]> mails)
    {
        _node ??= await Store.JoinAsync("bench", CancellationToken.None);
        using var cause = MailContent.FromOctets("Subject: cause\r\n\r\n"u8.ToArray());
        var row = new NewJournalEntry("support", $"uid:{Guid.NewGuid()}", cause, new MailFacts($"<{Guid.NewGuid()}@sender.test>")) { OperationId = Guid.NewGuid(), ReceivedAt = DateTimeOffset.UtcNow };
        await Store.Journal.AppendAsync([row], CancellationToken.None);
        var claim = (await Store.Queue.ClaimAsync(_node.Name, 1, TimeSpan.FromMinutes(5), CancellationToken.None))[0];
        var outbox = mails.Select(octets => new NewOutboxEntry($"<{Guid.NewGuid()}@helpdesk.test>", ["ann@example.test"], MailContent.FromOctets(octets))
        {
            ReversePath = "support@helpdesk.test",
            NotBefore = DateTimeOffset.UtcNow,
        }).ToList();
        await Store.Queue.CommitAsync(claim, new FinishCommit(JournalOutcome.Recorded, "filled") { Outbox = outbox }, CancellationToken.None);
    }

    /// <summary>Delivers so many of them.</summary>
    public async Task DeliverAsync(int count)
    {
        var worker = _services.GetRequiredService<OutboxWorker>();
        for (var done = 0; done < count;)
        {
            var some = await worker.RunBatchAsync(_node!.Name, CancellationToken.None);
            done += some > 0 ? some : throw new InvalidOperationException($"Only {done} mails were there to be sent.");
        }
    }

    /// <summary>How many were sent.</summary>
    public async Task<int> CountSentAsync() => (await Store.Outbox.FindAsync(new OutboxQuery { State = OutboxState.Sent, Limit = int.MaxValue }, CancellationToken.None)).Count;

    public async ValueTask DisposeAsync()
    {
        if (_node is not null)
        {
            await _node.DisposeAsync();
        }

        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
