using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Troubles;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Monitoring;

/// <summary>Keeps a loop for each mailbox that the settings have at the moment: the first durable step's other way in.</summary>
internal sealed class MailboxMonitor(
    IMailStore store, IEnumerable<IMailboxSourceFactory> factories, MailboxPoll poll, MonitorNotices notices, TroubleBook troubles, SettingsReader settings, TimeProvider time, ILogger<MailboxMonitor> log) : IMailboxMonitor
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly IReadOnlyList<IMailboxSourceFactory> _factories = [.. factories];
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, MailboxWatch> _watches = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, bool> _stoppedByName = new(StringComparer.OrdinalIgnoreCase);
    private bool _othersStopped;

    /// <inheritdoc/>
    public IReadOnlyList<MailboxStatus> Mailboxes
    {
        get
        {
            lock (_lock)
            {
                return [.. _watches.Values.Select(watch => watch.Status)];
            }
        }
    }

    /// <summary>Works until it is stopped.</summary>
    public async Task RunAsync(string node, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await AdjustAsync(node).ConfigureAwait(false);
                await Task.Delay(Look, time, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await Task.WhenAll(Watches().Select(RemoveAsync)).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Stop(string? mailbox) => SetStopped(mailbox, isStopped: true);

    /// <inheritdoc/>
    public void Start(string? mailbox) => SetStopped(mailbox, isStopped: false);

    /// <inheritdoc/>
    public void LookNow(string? mailbox) => Chosen(mailbox).ForEach(watch => watch.Interrupt());

    /// <inheritdoc/>
    public async ValueTask<CheckReport> CheckAsync(string mailbox, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mailbox);
        var options = Options(mailbox);
        if (FactoryOf(options) is not { } factory)
        {
            return new CheckReport(true, $"Mailbox {mailbox} is not polled: mail is pushed to it.");
        }

        var source = factory.Create(mailbox, options);
        await using (source.ConfigureAwait(false))
        {
            return await source.CheckAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task AdjustAsync(string node)
    {
        var wanted = settings.Current.Mailboxes.Where(mailbox => mailbox.Value.Enabled && FactoryOf(mailbox.Value) is not null).ToDictionary(StringComparer.OrdinalIgnoreCase);
        var known = Watches();
        foreach (var watch in known.Where(watch => !wanted.ContainsKey(watch.Name)))
        {
            await RemoveAsync(watch).ConfigureAwait(false);
        }

        foreach (var (name, options) in wanted)
        {
            var before = known.Find(watch => watch.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (before is null || !SameSettings.Are(options, before.Options))
            {
                // One after the other, as they share a lease; who asks in between is told of the one before.
                await (before?.EndAsync() ?? Task.CompletedTask).ConfigureAwait(false);
                Begin(name, options, node);
                before?.Dispose();
            }
        }
    }

    private void Begin(string name, MailboxOptions options, string node)
    {
        lock (_lock)
        {
            var watch = new MailboxWatch(name, options, _stoppedByName.GetValueOrDefault(name, _othersStopped));
            _watches[name] = watch;
            watch.Loop = new MailboxLoop(watch, FactoryOf(options)!, poll, notices, troubles, store, settings, node, time, log).RunAsync();
        }
    }

    private async Task RemoveAsync(MailboxWatch watch)
    {
        await watch.EndAsync().ConfigureAwait(false);
        lock (_lock)
        {
            _watches.Remove(watch.Name);
        }

        watch.Dispose();
    }

    private void SetStopped(string? mailbox, bool isStopped)
    {
        List<MailboxWatch> chosen;
        lock (_lock)
        {
            chosen = Chosen(mailbox);
            if (mailbox is null)
            {
                _othersStopped = isStopped;
                _stoppedByName.Clear();
            }
            else
            {
                _stoppedByName[mailbox] = isStopped;
            }
        }

        chosen.ForEach(watch => watch.Stop(isStopped));
    }

    private List<MailboxWatch> Chosen(string? mailbox)
    {
        if (mailbox is not null)
        {
            _ = Options(mailbox);
        }

        return [.. Watches().Where(watch => mailbox is null || watch.Name.Equals(mailbox, StringComparison.OrdinalIgnoreCase))];
    }

    private List<MailboxWatch> Watches()
    {
        lock (_lock)
        {
            return [.. _watches.Values];
        }
    }

    private MailboxOptions Options(string mailbox) => settings.Current.Mailboxes.TryGetValue(mailbox, out var options)
        ? options
        : throw new ArgumentException($"There is no mailbox '{mailbox}' in HelpDeskEmail:Mailboxes.", nameof(mailbox));

    private IMailboxSourceFactory? FactoryOf(MailboxOptions mailbox) =>
        _factories.FirstOrDefault(factory => factory.Kind.Equals(mailbox.Kind, StringComparison.OrdinalIgnoreCase));
}
