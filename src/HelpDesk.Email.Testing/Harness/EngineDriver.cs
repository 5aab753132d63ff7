using HelpDesk.Email.Events;
using HelpDesk.Email.Hosting;
using HelpDesk.Email.Outbox;
using HelpDesk.Email.Processing;
using HelpDesk.Email.Reports;
using HelpDesk.Email.Retention;
using HelpDesk.Email.Scheduling;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Time;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Testing.Harness;

/// <summary>Runs the engine's workers by hand, one batch after the other, in place of the hosted service.</summary>
internal sealed class EngineDriver : IAsyncDisposable
{
    // A row that waits for its twin or its parent asks again within this; anything later is for the test to advance to.
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    private readonly IServiceProvider _services;
    private readonly IMailStoreNode _node;

    private EngineDriver(IServiceProvider services, IMailStoreNode node)
    {
        _services = services;
        _node = node;
    }

    public static async Task<EngineDriver> StartAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        Registrations.Check(services.GetRequiredService<IServiceProviderIsService>());
        ReportNames.Check(services, services.GetRequiredService<SettingsReader>().Current);
        var node = await services.GetRequiredService<IMailStore>().JoinAsync("harness", cancellationToken).ConfigureAwait(false);
        return new EngineDriver(services, node);
    }

    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        do
        {
            while (await RunOnceAsync(cancellationToken).ConfigureAwait(false) > 0)
            {
                // Until nothing is due.
            }
        }
        while (await PassTheMomentAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Moves the clock from one due row, or due timer, to the next, so that each is worked at its own time.</summary>
    public async Task RunToAsync(DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var clock = _services.GetRequiredService<ManualTimeProvider>();
        var timers = _services.GetRequiredService<ScheduleRound>();

        // What is seen for the first time counts from now on, and not from the end of the time that passes.
        await timers.RunAsync(cancellationToken).ConfigureAwait(false);
        await SettleAsync(cancellationToken).ConfigureAwait(false);
        while (await NextDueAsync(clock.GetUtcNow(), cancellationToken).ConfigureAwait(false) is { } due && due < moment)
        {
            clock.AdvanceTo(due);
            await timers.RunAsync(cancellationToken).ConfigureAwait(false);
            await SettleAsync(cancellationToken).ConfigureAwait(false);
        }

        clock.AdvanceTo(moment);
        await timers.RunAsync(cancellationToken).ConfigureAwait(false);
        await SettleAsync(cancellationToken).ConfigureAwait(false);
        await _services.GetRequiredService<RetentionWorker>().RunOnceAsync(_node.Name, cancellationToken).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    private async Task<int> RunOnceAsync(CancellationToken cancellationToken) =>
        await _services.GetRequiredService<JournalWorker>().RunBatchAsync(_node.Name, cancellationToken).ConfigureAwait(false)
        + await _services.GetRequiredService<OutboxWorker>().RunBatchAsync(_node.Name, cancellationToken).ConfigureAwait(false)
        + await _services.GetRequiredService<HostEventWorker>().RunBatchAsync(_node.Name, cancellationToken).ConfigureAwait(false);

    private async Task<bool> PassTheMomentAsync(CancellationToken cancellationToken)
    {
        var clock = _services.GetRequiredService<ManualTimeProvider>();
        var now = clock.GetUtcNow();
        var waiting = await _services.GetRequiredService<IMailStore>().Journal
            .FindAsync(new JournalQuery { Finished = false, Limit = 1000 }, cancellationToken).ConfigureAwait(false);
        var soon = waiting.Where(row => row.NotBefore > now && row.NotBefore <= now + Moment).Select(row => row.NotBefore).Order().ToList();
        if (soon.Count == 0)
        {
            return false;
        }

        clock.AdvanceTo(soon[0]);
        return true;
    }

    private async Task<DateTimeOffset?> NextDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var store = _services.GetRequiredService<IMailStore>();
        var rows = await store.Journal.FindAsync(new JournalQuery { Finished = false, Limit = 1000 }, cancellationToken).ConfigureAwait(false);
        var mails = await store.Outbox.FindAsync(new OutboxQuery { State = OutboxState.Ready, Limit = 1000 }, cancellationToken).ConfigureAwait(false);
        var closed = _services.GetRequiredService<OutboxWorker>().Closed;
        return rows.Select(row => row.NotBefore).Concat(mails.Select(mail => mail.NotBefore)).Concat(closed.Select(account => account.Until))
            .Where(due => due > now)
            .Select(due => (DateTimeOffset?)due)
            .Append(_services.GetRequiredService<ScheduleRound>().NextDue(now))
            .Min();
    }
}
