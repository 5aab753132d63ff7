using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Storage;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Monitoring;

/// <summary>Reads the mailboxes that are polled, each on its own interval, one process at a time: the first durable step's other way in.</summary>
internal sealed class MailboxMonitor(
    IMailStore store, IEnumerable<IMailboxSourceFactory> factories, MailboxPoll poll, SettingsReader settings, TimeProvider time, ILogger<MailboxMonitor> log)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxPause = TimeSpan.FromMinutes(30);

    private readonly IReadOnlyList<IMailboxSourceFactory> _factories = [.. factories];

    /// <summary>Works until it is stopped: a loop for each mailbox that the settings have at the moment.</summary>
    public async Task RunAsync(string node, CancellationToken cancellationToken)
    {
        var loops = new Dictionary<string, (MailboxOptions Options, CancellationTokenSource Stop, Task Loop)>(StringComparer.OrdinalIgnoreCase);
        try
        {
            while (true)
            {
                await AdjustAsync(loops, node, cancellationToken).ConfigureAwait(false);
                await Task.Delay(Look, time, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Task.WhenAll(loops.Values.Select(loop => loop.Loop)).ConfigureAwait(false);
        }
    }

    private async Task AdjustAsync(Dictionary<string, (MailboxOptions Options, CancellationTokenSource Stop, Task Loop)> loops, string node, CancellationToken cancellationToken)
    {
        var wanted = settings.Current.Mailboxes.Where(mailbox => mailbox.Value.Enabled && FactoryOf(mailbox.Value) is not null).ToDictionary();
        foreach (var (name, running) in loops.ToList())
        {
            if (!wanted.TryGetValue(name, out var options) || !ReferenceEquals(options, running.Options))
            {
                loops.Remove(name);
                await running.Stop.CancelAsync().ConfigureAwait(false);
                await running.Loop.ConfigureAwait(false);
                running.Stop.Dispose();
            }
        }

        foreach (var (name, options) in wanted.Where(mailbox => !loops.ContainsKey(mailbox.Key)))
        {
            var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            loops.Add(name, (options, stop, LoopAsync(name, options, node, stop.Token)));
        }
    }

    private IMailboxSourceFactory? FactoryOf(MailboxOptions mailbox) =>
        _factories.FirstOrDefault(factory => factory.Kind.Equals(mailbox.Kind, StringComparison.OrdinalIgnoreCase));

    private async Task LoopAsync(string name, MailboxOptions mailbox, string node, CancellationToken cancellationToken)
    {
        var factory = FactoryOf(mailbox)!;
        var failures = 0;
        IMailboxSource? source = null;
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                try
                {
                    source ??= factory.Create(name, mailbox);
                    await LookAsync(name, mailbox, node, source, factory, cancellationToken).ConfigureAwait(false);
                    failures = 0;
                    await source.WaitForMailAsync(mailbox.CheckInterval, cancellationToken).ConfigureAwait(false);
                }
                catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
                {
                    failures++;
                    var pause = Pause(mailbox.CheckInterval, failures);
                    MonitoringLog.Failed(log, e, name, failures, time.GetUtcNow() + pause);
                    if (source is not null)
                    {
                        await source.DisposeAsync().ConfigureAwait(false);
                        source = null;
                    }

                    await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopped, or the settings changed.
        }
        finally
        {
            if (source is not null)
            {
                await source.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task LookAsync(string name, MailboxOptions mailbox, string node, IMailboxSource source, IMailboxSourceFactory factory, CancellationToken cancellationToken)
    {
        var current = settings.Current;
        if (await store.Leases.TryAcquireAsync($"mailbox:{name}", node, current.Options.Processing.Lease, cancellationToken).ConfigureAwait(false) is not { } lease)
        {
            MonitoringLog.HeldElsewhere(log, name);
            return;
        }

        try
        {
            await poll.RunAsync(name, mailbox, source, mailbox.AfterProcessing ?? factory.DefaultAction, current, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await store.Leases.ReleaseAsync(lease, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static TimeSpan Pause(TimeSpan interval, int failures)
    {
        var pause = interval * Math.Pow(2, Math.Min(failures - 1, 10));
        return pause < MaxPause ? pause : MaxPause;
    }
}
