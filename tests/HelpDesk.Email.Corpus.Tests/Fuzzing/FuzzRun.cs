using System.Collections.Concurrent;
using System.Diagnostics;

namespace HelpDesk.Email.Corpus.Tests.Fuzzing;

/// <summary>Checks many damaged mails on all processors, and gives up on the first that does not come to an end.</summary>
internal sealed class FuzzRun
{
    // Far more than any mail of these sizes needs, also on a machine that has other work.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly IReadOnlyList<(string Name, byte[] Octets)> _seeds = FuzzSeeds.Read();
    private readonly ConcurrentQueue<string> _problems = new();
    private readonly ConcurrentDictionary<int, (FuzzCase Item, long Since)> _running = new();
    private int _next;

    public int SeedCount => _seeds.Count;

    /// <summary>The slowest mail, and how long it took.</summary>
    public (TimeSpan Time, string Name) Slowest { get; private set; }

    /// <summary>Checks the mails of these numbers.</summary>
    /// <returns>What went wrong; empty where nothing did.</returns>
    public IReadOnlyList<string> Run(int first, int count, CancellationToken cancellationToken)
    {
        _next = first;
        var workers = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(() => Work(first + count, cancellationToken)) { IsBackground = true }).ToList();
        workers.ForEach(worker => worker.Start());
        while (!workers.TrueForAll(worker => worker.Join(TimeSpan.FromMilliseconds(200))))
        {
            if (_running.Values.FirstOrDefault(running => Stopwatch.GetElapsedTime(running.Since) > Patience) is { Item: { } hanging })
            {
                return [.. _problems, $"{hanging} does not come to an end"];
            }
        }

        return [.. _problems];
    }

    private void Work(int end, CancellationToken cancellationToken)
    {
        var understanding = new Understanding();
        var worker = Environment.CurrentManagedThreadId;
        for (var number = Interlocked.Increment(ref _next) - 1; number < end && _problems.Count < 20; number = Interlocked.Increment(ref _next) - 1)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                return;
            }

            var item = FuzzCase.Make(number, _seeds);
            var since = Stopwatch.GetTimestamp();
            _running[worker] = (item, since);
            try
            {
                // No step waits for anything outside, so the task is done when it comes back.
                understanding.CheckAsync(item, CancellationToken.None).GetAwaiter().GetResult();
            }
            catch (Exception e)
            {
                _problems.Enqueue($"{item}: {e}");
            }

            _running.TryRemove(worker, out _);
            Note(Stopwatch.GetElapsedTime(since), item);
        }
    }

    private void Note(TimeSpan time, FuzzCase item)
    {
        lock (_problems)
        {
            if (time > Slowest.Time)
            {
                Slowest = (time, item.ToString());
            }
        }
    }
}
