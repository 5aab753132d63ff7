using HelpDesk.Email.Benchmarks.Generating;
using HelpDesk.Email.Intake;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Processing;
using HelpDesk.Email.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Benchmarks.Desks;

/// <summary>The engine over its stores, driven by hand: mail is taken in and worked to its end, and nothing else runs meanwhile.</summary>
internal sealed class Desk : IAsyncDisposable
{
    /// <summary>The one mailbox.</summary>
    public const string Mailbox = "support";

    // As a mailbox that is polled commits them.
    private const int IntakeBatch = 50;

    private readonly ServiceProvider _services;
    private readonly IMailStoreNode _node;
    private long _receipts;

    private Desk(ServiceProvider services, IMailStoreNode node)
    {
        _services = services;
        _node = node;
    }

    public IMailStore Store => _services.GetRequiredService<IMailStore>();

    public IServiceProvider Services => _services;

    /// <summary>Opens one.</summary>
    /// <param name="stores">Chooses the stores.</param>
    public static async Task<Desk> OpenAsync(Action<IHelpDeskEmailBuilder> stores)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["HelpDeskEmail:Mailboxes:support:Address"] = Person.HelpDesk.Address,
            ["HelpDeskEmail:Mailboxes:support:Kind"] = "None",
            ["HelpDeskEmail:Outgoing:default:Kind"] = "Smtp",
            ["HelpDeskEmail:Outgoing:default:Host"] = "127.0.0.1",
            ["HelpDeskEmail:Outgoing:default:Encryption"] = "None",

            // More mail than in any hour that the default is made for.
            ["HelpDeskEmail:AutomaticAnswers:MaxInAllInAnHour"] = "0",
        }).Build();
        var services = new ServiceCollection()
            .AddLogging()
            .AddHelpDeskEmail(settings.GetSection("HelpDeskEmail"), mail =>
            {
                stores(mail);
                mail.UseHandlebarsTemplates().UseSmtp();
            })
            .BuildServiceProvider();
        var node = await services.GetRequiredService<IMailStore>().JoinAsync("bench", CancellationToken.None);
        return new Desk(services, node);
    }

    /// <summary>Takes mails in and works them to their end.</summary>
    /// <returns>The receipts under which they came.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(IReadOnlyList<byte[]> mails)
    {
        var receipts = await TakeInAsync(mails);
        await WorkAsync();
        return receipts;
    }

    /// <summary>Commits mails to the journal, by batches.</summary>
    public async Task<IReadOnlyList<string>> TakeInAsync(IReadOnlyList<byte[]> mails)
    {
        var receipts = mails.Select(_ => $"uid:1:{++_receipts:x}-{_node.GetHashCode():x}").ToList();
        await TakeInAsync(mails, receipts);
        return receipts;
    }

    /// <summary>The same under receipts that may be known.</summary>
    /// <returns>How many rows were written.</returns>
    public async Task<int> TakeInAsync(IReadOnlyList<byte[]> mails, IReadOnlyList<string> receipts)
    {
        var journal = _services.GetRequiredService<JournalWriter>();
        var written = 0;
        foreach (var batch in mails.Zip(receipts).Chunk(IntakeBatch))
        {
            var rows = batch.Select(mail => journal.Prepare(Mailbox, mail.Second, MailContent.FromOctets(mail.First), null, [], needsAcknowledgement: false)).ToList();
            written += (await journal.AppendAsync(rows, CancellationToken.None)).Count(result => result.Status != AppendStatus.Known);
        }

        return written;
    }

    /// <summary>Works all rows to their end.</summary>
    public async Task WorkAsync()
    {
        var worker = _services.GetRequiredService<JournalWorker>();
        while (true)
        {
            // No worker measures what is left after each batch: here it is done where there was nothing to claim.
            if (await worker.RunBatchAsync(_node.Name, CancellationToken.None) > 0)
            {
                continue;
            }

            if ((await Store.Backlog.MeasureAsync(CancellationToken.None)).UnfinishedRows == 0)
            {
                return;
            }

            await Task.Delay(5);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _node.DisposeAsync();
        await _services.DisposeAsync();
    }
}
