using HelpDesk.Email.Diagnostics;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.QuickStart.Tests.Server;
using HelpDesk.Email.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.QuickStart.Tests.Journal;

/// <summary>The mail store of a running or stopped QuickStart, opened beside it.</summary>
internal sealed class JournalFile : IAsyncDisposable
{
    private const int All = 1_000_000;

    private readonly ServiceProvider _services;
    private readonly IMailStore _store;

    public JournalFile(DataFolder folder)
    {
        var settings = new ConfigurationBuilder().Build().GetSection("HelpDeskEmail");
        _services = new ServiceCollection()
            .AddHelpDeskEmail(settings, mail => mail.UseSqlite($"Data Source={folder.Database}"))
            .BuildServiceProvider();
        _store = _services.GetRequiredService<IMailStore>();
    }

    /// <summary>Every row of the journal.</summary>
    public ValueTask<IReadOnlyList<JournalEntry>> RowsAsync() => _store.Journal.FindAsync(new JournalQuery { Limit = All }, CancellationToken.None);

    /// <summary>Every row of the outbox.</summary>
    public ValueTask<IReadOnlyList<OutboxEntry>> OutboxAsync() => _store.Outbox.FindAsync(new OutboxQuery { Limit = All }, CancellationToken.None);

    /// <summary>A row once it is finished, and what its trace says.</summary>
    public async Task<(JournalEntry Row, IReadOnlyList<TraceLine> Trace)> FinishedAsync(long id)
    {
        var row = await Eventually.GetAsync(
            async () => (await _store.Journal.FindAsync(new JournalQuery { Id = id, Finished = true }, CancellationToken.None)).SingleOrDefault(),
            $"the end of row {id}");
        return (row, MailTrace.Read(row.Trace));
    }

    /// <summary>Waits until all mail that was accepted so far is worked off, and what it caused is sent: mails are worked side by side, so a later one says nothing of those before it.</summary>
    public static async Task WorkedOffAsync(DataFolder folder)
    {
        await using var journal = new JournalFile(folder);
        await journal.IsQuietAsync(Eventually.Guard);
    }

    /// <summary>Waits until nothing is left to do: no row of the journal is unfinished, no mail waits to be sent.</summary>
    public async Task IsQuietAsync(TimeSpan atMost)
    {
        await Eventually.GetAsync(
            async () => (await _store.Journal.FindAsync(new JournalQuery { Finished = false, Limit = 1 }, CancellationToken.None)).Count == 0 ? "quiet" : null,
            "the end of the journal's work",
            atMost);
        await Eventually.GetAsync(
            async () => (await OutboxAsync()).All(mail => mail.State is not (OutboxState.Ready or OutboxState.Sending)) ? "quiet" : null,
            "the end of the outbox's work",
            atMost);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
