namespace HelpDesk.Email.CrashCampaign.Crowd;

/// <summary>Kills workers, and stops and wakes them, as chance says: the same chance for the same seed.</summary>
internal sealed class CrowdChaos(IReadOnlyList<CrowdWorker> workers, int seed, int atMost)
{
    private readonly Random _chance = new(seed);

    public int Kills { get; private set; }

    public int Pauses { get; private set; }

    /// <summary>Pauses that were longer than a lease: somebody else took over.</summary>
    public int LongPauses { get; private set; }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var under = new List<Task>();
        try
        {
            while (Kills + Pauses < atMost)
            {
                await Task.Delay(_chance.Next(2000, 12_000), cancellationToken);
                var worker = workers[_chance.Next(workers.Count)];
                var isKill = _chance.Next(2) == 0;
                var rest = TimeSpan.FromMilliseconds(isKill ? _chance.Next(0, 3000) : _chance.Next(500, 20_000));
                if (!worker.IsRunning || worker.IsPaused)
                {
                    continue;
                }

                under.Add(isKill ? KillAsync(worker, rest, cancellationToken) : PauseAsync(worker, rest, cancellationToken));
            }
        }
        catch (OperationCanceledException)
        {
            // The work is done.
        }

        await Task.WhenAll(under);
    }

    private async Task KillAsync(CrowdWorker worker, TimeSpan rest, CancellationToken cancellationToken)
    {
        Kills++;
        await worker.KillAsync();
        await Task.Delay(rest, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        worker.Start();
    }

    private async Task PauseAsync(CrowdWorker worker, TimeSpan rest, CancellationToken cancellationToken)
    {
        Pauses++;
        LongPauses += rest > CrowdWorld.Lease ? 1 : 0;
        await worker.PauseAsync();
        await Task.Delay(rest, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await worker.WakeAsync();
    }
}
