using HelpDesk.Email.ErrorMail;
using HelpDesk.Email.Events;
using HelpDesk.Email.Health;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Monitoring;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Outbox;
using HelpDesk.Email.Processing;
using HelpDesk.Email.Reports;
using HelpDesk.Email.Retention;
using HelpDesk.Email.Scheduling;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Signals;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Troubles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Hosting;

/// <summary>Runs the engine within a host: joins the store, starts the workers and the listeners, and stops them in reverse.</summary>
internal sealed class HelpDeskEmailService(IServiceProvider services, ILogger<HelpDeskEmailService> log) : IHostedService, IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stop = new();
    private IReadOnlyList<IMailListener> _listeners = [];
    private IMailStoreNode? _node;
    private Task _workers = Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        Registrations.Check(services.GetRequiredService<IServiceProviderIsService>());
        var settings = services.GetRequiredService<SettingsReader>().Current;
        var store = services.GetRequiredService<IMailStore>();
        KindCheck.Check(services.GetServices<IMailboxSourceFactory>(), services.GetServices<IOutboundTransportFactory>());
        DurabilityCheck.Check(store, services.GetServices<IMailboxSourceFactory>(), settings);
        await TemplateCheck.RunAsync(settings.Options.Monitor, services.GetRequiredService<NoticeWords>(), cancellationToken).ConfigureAwait(false);
        ReportNames.Check(services, settings);
        var node = _node = await store.JoinAsync(settings.Options.Processing.NodeName ?? Environment.MachineName, cancellationToken).ConfigureAwait(false);

        // What a worker can't do without is made here, so that a missing part is an error at start and not in the log.
        var workers = new Func<string, CancellationToken, Task>[]
        {
            services.GetRequiredService<JournalWorker>().RunAsync,
            services.GetRequiredService<OutboxWorker>().RunAsync,
            services.GetRequiredService<HostEventWorker>().RunAsync,
            services.GetRequiredService<MailboxMonitor>().RunAsync,
            services.GetRequiredService<RetentionWorker>().RunAsync,
            services.GetRequiredService<Gauges>().RunAsync,
            services.GetRequiredService<ErrorMailWorker>().RunAsync,
            services.GetRequiredService<ScheduleWorker>().RunAsync,
            (_, token) => services.GetRequiredService<WorkSignals>().FollowAsync(node, token),
        };
        _workers = Task.WhenAll(workers.Select(worker => Task.Run(() => KeepAsync(worker, node.Name), CancellationToken.None)));

        var listeners = services.GetServices<IMailListener>().ToList();
        foreach (var listener in listeners)
        {
            await listener.StartAsync(services.GetRequiredService<IMailIntake>(), cancellationToken).ConfigureAwait(false);
        }

        _listeners = listeners;
        HostingLog.Started(log, node.Name, settings.Mailboxes.Count);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var listener in _listeners)
        {
            await listener.StopAsync(cancellationToken).ConfigureAwait(false);
        }

        await _stop.CancelAsync().ConfigureAwait(false);
        await _workers.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (_node is not null)
        {
            await _node.DisposeAsync().ConfigureAwait(false);
            _node = null;
        }

        HostingLog.Stopped(log);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        if (_node is not null)
        {
            // Not stopped, or not in time: the name is free for the next start all the same.
            await _node.DisposeAsync().ConfigureAwait(false);
        }

        _stop.Dispose();
    }

    private async Task KeepAsync(Func<string, CancellationToken, Task> worker, string node)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await worker(node, _stop.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                HostingLog.WorkerFell(log, e);
                services.GetRequiredService<TroubleBook>().Tell("a worker", isError: true, $"A worker ended by an error that it should have survived ({e.GetType().Name}), and is started again. See the log, event 12.");
                await Task.Delay(Pause, services.GetRequiredService<TimeProvider>(), _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
