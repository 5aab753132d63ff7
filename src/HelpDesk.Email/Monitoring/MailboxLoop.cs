using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Servers;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Troubles;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Monitoring;

/// <summary>Reads one mailbox until it is told to end: look, wait, look again, over one connection while all is well.</summary>
internal sealed class MailboxLoop(
    MailboxWatch watch, IMailboxSourceFactory factory, MailboxPoll poll, MonitorNotices notices, TroubleBook troubles, IMailStore store, SettingsReader settings, string node, TimeProvider time, ILogger log)
{
    // Only to spread the looks of many mailboxes over time.
    private readonly Random _chance = new(HashCode.Combine(watch.Name, node));
    private HeldLease? _lease;
    private IMailboxSource? _source;
    private int _failures;
    private int _refusedLogins;

    private string Trouble => $"mailbox {watch.Name}";

    public async Task RunAsync()
    {
        try
        {
            while (!watch.End.IsCancellationRequested)
            {
                await KeptTurnAsync().ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (watch.End.IsCancellationRequested)
        {
            // The host stops, or the mailbox has other settings now.
        }
        finally
        {
            await LetGoAsync().ConfigureAwait(false);
        }
    }

    // Whatever a source, a store or a notice throws besides: the mailbox is looked at again.
    private async Task KeptTurnAsync()
    {
        try
        {
            await TurnAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (!watch.End.IsCancellationRequested)
        {
            MonitoringLog.TurnBroken(log, exception, watch.Name);
            await Task.Delay(watch.Options.CheckInterval, time, watch.End).ConfigureAwait(false);
        }
    }

    // One look and the wait behind it. Whatever a hand asks for in between interrupts it, and the next turn sees to that.
    private async Task TurnAsync()
    {
        using var interrupted = CancellationTokenSource.CreateLinkedTokenSource(watch.NextInterruption(), watch.End);
        if (watch.IsStopped)
        {
            await LetGoAsync().ConfigureAwait(false);
            watch.Update(status => status with { Activity = MailboxActivity.Stopped, NextLook = null });
            await PauseAsync(Timeout.InfiniteTimeSpan, interrupted.Token).ConfigureAwait(false);
            return;
        }

        try
        {
            if (!await TakeLeaseAsync(watch.End).ConfigureAwait(false))
            {
                watch.Update(status => status with { Activity = MailboxActivity.HeldElsewhere, NextLook = null });
                await PauseAsync(settings.Current.Options.Processing.Lease / 2, interrupted.Token).ConfigureAwait(false);
                return;
            }

            using var working = CancellationTokenSource.CreateLinkedTokenSource(_lease!.Lost, watch.End);
            await LookAsync(working.Token).ConfigureAwait(false);
            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(_lease.Lost, interrupted.Token);
            await WaitAsync(waiting.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (watch.End.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException) when (_lease is { Lost.IsCancellationRequested: true })
        {
            MonitoringLog.LeaseLost(log, watch.Name);
            await LetGoAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            // The wait was cut, and a connection with it perhaps: the next look makes another one.
            await DisposeSourceAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            await FailAsync(exception, interrupted.Token).ConfigureAwait(false);
        }
    }

    private async ValueTask<bool> TakeLeaseAsync(CancellationToken cancellationToken)
    {
        if (_lease is null)
        {
            _lease = await HeldLease.TryTakeAsync(store.Leases, $"mailbox:{watch.Name}", node, settings.Current.Options.Processing.Lease, time, cancellationToken).ConfigureAwait(false);
            if (_lease is not null && await store.Mailboxes.ReadAsync(watch.Name, cancellationToken).ConfigureAwait(false) is { } state)
            {
                // A restart, or another process that held it meanwhile: errors in a row are those of the mailbox.
                _failures = state.Failures;
            }
        }

        return _lease is not null;
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        watch.Update(status => status with { Activity = MailboxActivity.Looking });
        _source ??= factory.Create(watch.Name, watch.Options);
        var received = await poll.RunAsync(watch.Name, watch.Options, _source, watch.Options.AfterProcessing ?? factory.DefaultAction, settings.Current, cancellationToken).ConfigureAwait(false);
        if (_failures > 0)
        {
            MonitoringLog.Recovered(log, watch.Name, _failures);
        }

        _failures = 0;
        _refusedLogins = 0;
        troubles.End(Trouble);
        watch.Update(status => status with { LastSuccess = time.GetUtcNow(), Failures = 0, Error = null, Failure = null, Received = status.Received + received });
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        var pause = RetryPauses.Between(watch.Options.CheckInterval, _chance.NextDouble());
        watch.Update(status => status with { Activity = MailboxActivity.Waiting, NextLook = time.GetUtcNow() + pause });
        await _source!.WaitForMailAsync(pause, cancellationToken).ConfigureAwait(false);
    }

    private async Task FailAsync(Exception exception, CancellationToken interrupted)
    {
        _failures++;
        var failure = FailureOf(exception);
        _refusedLogins = failure is MailFailure.LoginRefused ? _refusedLogins + 1 : 0;
        var pause = RetryPauses.After(watch.Options.CheckInterval, _failures, failure, _chance.NextDouble());
        var next = time.GetUtcNow() + pause;
        watch.Update(status => status with
        {
            Activity = _failures >= RetryPauses.SuspendedAfter ? MailboxActivity.Suspended : MailboxActivity.Failing,
            Failures = _failures,
            Error = exception.Message,
            Failure = failure,
            NextLook = next,
        });

        // A known failure says all there is in its message; a stack says nothing more.
        MonitoringLog.Failed(log, exception is HelpDeskEmailException ? null : exception, watch.Name, _failures, next, exception.Message);
        if (_failures == RetryPauses.SuspendedAfter)
        {
            MonitoringLog.Suspended(log, watch.Name, _failures, next);
        }

        var isError = _failures >= RetryPauses.SuspendedAfter || failure is MailFailure.LoginRefused;
        troubles.Tell(Trouble, isError, $"The mailbox can't be read, {_failures} times in a row{(_failures >= RetryPauses.SuspendedAfter ? ", and is suspended" : string.Empty)}; it is tried again at {next:u}. {exception.Message}");
        await TellAsync().ConfigureAwait(false);
        await LetGoAsync().ConfigureAwait(false);
        await PauseAsync(pause, interrupted).ConfigureAwait(false);
    }

    private async Task TellAsync()
    {
        try
        {
            if (_lease is not null)
            {
                var state = await store.Mailboxes.ReadAsync(watch.Name, watch.End).ConfigureAwait(false) ?? new MailboxState(null, null, 0);
                await store.Mailboxes.WriteAsync(watch.Name, state with { Failures = _failures }, watch.End).ConfigureAwait(false);
            }

            await notices.TellAsync(watch.Status, _refusedLogins, watch.End).ConfigureAwait(false);
        }
        catch (StoreUnavailableException exception)
        {
            // The next failure tells both; the pause before that holds all the same.
            MonitoringLog.NoticeNotWritten(log, watch.Name, exception.Message);
        }
    }

    private async Task PauseAsync(TimeSpan pause, CancellationToken interrupted)
    {
        try
        {
            await Task.Delay(pause, time, interrupted).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!watch.End.IsCancellationRequested)
        {
            // Somebody wants something: the next turn sees what.
        }
    }

    // Without a connection there is no reason to keep another process from trying.
    private async Task LetGoAsync()
    {
        await DisposeSourceAsync().ConfigureAwait(false);
        if (Interlocked.Exchange(ref _lease, null) is { } lease)
        {
            await lease.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task DisposeSourceAsync()
    {
        if (Interlocked.Exchange(ref _source, null) is { } source)
        {
            await source.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static MailFailure? FailureOf(Exception exception) => exception switch
    {
        MailboxException { Failure: not MailFailure.Unspecified and var failure } => failure,
        MailProtocolException protocol => protocol.Failure,
        _ => null,
    };
}
