using HelpDesk.Email.Storage;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Processing;

/// <summary>Rows that were claimed together, while they are worked in so many places at once. Safe on any thread.</summary>
/// <remarks>A row that takes long keeps neither the others waiting nor the next batch: its place goes to another one, while there are places.</remarks>
internal sealed class JournalBatch
{
    private readonly Lock _lock = new();
    private readonly Queue<RowInWork> _waiting;
    private readonly HashSet<RowInWork> _begun = [];
    private readonly HashSet<RowInWork> _slow = [];
    private readonly RowProcessor _processor;
    private readonly StuckWork _stuck;
    private readonly int _places;
    private readonly ILogger _log;
    private readonly CancellationToken _stop;
    private readonly TaskCompletionSource _passed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _workers;

    public JournalBatch(IEnumerable<RowInWork> rows, int places, RowProcessor processor, StuckWork stuck, ILogger log, CancellationToken stop)
    {
        _waiting = new Queue<RowInWork>(rows);
        (_places, _processor, _stuck, _log, _stop) = (places, processor, stuck, log, stop);
    }

    /// <summary>Completes when every row is done, given up, or takes long.</summary>
    public Task Passed => _passed.Task;

    /// <summary>Completes when every row is done or given up.</summary>
    public Task Ended => _ended.Task;

    /// <summary>The claims of the rows that are not done: a row that was given up is not among them, so that its lease ends by itself.</summary>
    public IReadOnlyList<JournalClaim> Claims
    {
        get
        {
            lock (_lock)
            {
                return [.. _waiting.Concat(_begun.Where(row => !row.IsSuccessor)).Select(row => row.Claim)];
            }
        }
    }

    /// <summary>Begins with as many rows as there are places.</summary>
    public void Begin()
    {
        lock (_lock)
        {
            for (var i = Math.Clamp(_places - _stuck.Slow - _stuck.Lost, 1, _waiting.Count); i > 0; i--)
            {
                AddWorker();
            }
        }
    }

    /// <summary>A beat passed: looks for what takes long.</summary>
    public void Count()
    {
        lock (_lock)
        {
            foreach (var row in _begun.ToList())
            {
                var pace = row.Watch.Count(_stop.IsCancellationRequested);
                if (pace != RowPace.Usual && _slow.Add(row))
                {
                    _stuck.TookLong();
                    GiveAwayPlace();
                }

                if (pace == RowPace.Lost)
                {
                    GiveUp(row);
                }
            }
        }
    }

    private void AddWorker()
    {
        _workers++;
        _ = Task.Run(WorkAsync, CancellationToken.None);
    }

    // Every row is given to the processor, also while the host stops: it lets go of those it can't begin.
    private async Task WorkAsync()
    {
        while (Next() is { } row)
        {
            await RunAsync(_processor.ProcessAsync, row).ConfigureAwait(false);
            if (!KeepsPlace(row))
            {
                return;
            }
        }
    }

    private async Task RunAsync(Func<RowInWork, CancellationToken, Task> work, RowInWork row)
    {
        try
        {
            await work(row, _stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Told to the caller once all claims are let go.
        }
        catch (Exception e)
        {
            // The processor survives what rows do; whatever this is, who watches over the workers is told.
            _passed.TrySetException(e);
        }
    }

    private RowInWork? Next()
    {
        lock (_lock)
        {
            if (_waiting.TryDequeue(out var row))
            {
                _begun.Add(row);
                return row;
            }

            _workers--;
            return null;
        }
    }

    // A row ended. Whether the worker that did it goes on: where it took long its place may have been given away.
    private bool KeepsPlace(RowInWork row)
    {
        lock (_lock)
        {
            if (row.Watch.IsLost)
            {
                _stuck.CameBack();
                ProcessingLog.CameBack(_log, row.Id);
                return false;
            }

            _begun.Remove(row);
            var wasSlow = _slow.Remove(row);
            if (wasSlow)
            {
                _stuck.EndedLate();
                if (_workers == 0 && _waiting.Count > 0)
                {
                    AddWorker();
                }
            }

            Tell();
            return !wasSlow;
        }
    }

    private void GiveAwayPlace()
    {
        _workers--;
        if (_waiting.Count > 0 && !_stuck.Fills(_places))
        {
            AddWorker();
        }

        Tell();
    }

    // What is under way can't be ended; the row goes on without it, and what it gives counts no more.
    private void GiveUp(RowInWork row)
    {
        var lost = _stuck.GoesAstray();
        ProcessingLog.Lost(_log, row.Id, row.Watch.InHand.Name, row.Watch.AtMost, lost);
        _begun.Remove(row);
        _slow.Remove(row);

        var successor = row.Anew();
        _begun.Add(successor);
        _slow.Add(successor);
        _stuck.TookLong();
        _ = Task.Run(() => SucceedAsync(successor, WatchedActions.Describe(row)), CancellationToken.None);
        if (_workers == 0 && _waiting.Count > 0)
        {
            // Rows that were claimed are worked, whatever becomes of this process.
            AddWorker();
        }
    }

    private async Task SucceedAsync(RowInWork row, string reason)
    {
        await RunAsync((each, stop) => _processor.GoOnAsync(each, reason, stop), row).ConfigureAwait(false);
        KeepsPlace(row);
    }

    private void Tell()
    {
        if (_waiting.Count == 0 && _begun.All(_slow.Contains))
        {
            _passed.TrySetResult();
        }

        if (_waiting.Count == 0 && _begun.Count == 0)
        {
            _ended.TrySetResult();
        }
    }
}
