using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Benchmarks.Stores;

/// <summary>The stores of one process, as a host composes them.</summary>
internal sealed class StoreWork : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public StoreWork(Action<IHelpDeskEmailBuilder> use) =>
        _services = new ServiceCollection().AddLogging().AddHelpDeskEmail(new ConfigurationBuilder().Build().GetSection("HelpDeskEmail"), use).BuildServiceProvider();

    public IMailStore Mail => _services.GetRequiredService<IMailStore>();

    public ITicketStore Tickets => _services.GetRequiredService<ITicketStore>();

    /// <summary>Writes mails into the journal, so many in each call.</summary>
    public async Task AppendAsync(IReadOnlyList<NewJournalEntry> entries, int each)
    {
        foreach (var some in entries.Chunk(each))
        {
            var results = await Mail.Journal.AppendAsync(some, CancellationToken.None);
            if (results.Any(result => result.Status != AppendStatus.Added))
            {
                throw new InvalidOperationException("A mail was not written.");
            }
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
