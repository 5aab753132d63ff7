using System.Diagnostics;
using System.Globalization;
using HelpDesk.Email.CrashCampaign.Accounting;
using HelpDesk.Email.CrashCampaign.CommandLine;
using HelpDesk.Email.CrashCampaign.Seeding;
using HelpDesk.Email.CrashCampaign.Workers;
using HelpDesk.Email.CrashCampaign.Worlds;

namespace HelpDesk.Email.CrashCampaign.Running;

/// <summary>What every campaign does: post mails, have the help desk come to rest, look into the books, and say the figures.</summary>
internal sealed class CampaignRun : IAsyncDisposable
{
    private const int SettlesAtMost = 3;

    // Long enough for any machine; only a fault reaches it.
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan RestBegins = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(40);

    // What rests after crashes rests for five minutes at most.
    private static readonly TimeSpan LongRest = TimeSpan.FromMinutes(15);

    // A row that was killed alone.
    private static readonly TimeSpan ShortRest = TimeSpan.FromSeconds(31);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly List<Seed> _set = [];
    private readonly Auditor _auditor;
    private readonly Seeder _seeder;
    private readonly string? _figuresFile;
    private readonly bool _isSabotaged;
    private IReadOnlyList<Seed> _last = [];
    private long _deliveries;
    private TimeSpan _ahead;

    private CampaignRun(string name, World world, int seed, string? figuresFile, bool isSabotaged)
    {
        _isSabotaged = isSabotaged;
        World = world;
        _auditor = new Auditor(world);
        _seeder = new Seeder(seed);
        _figuresFile = figuresFile;
        Chance = new Random(seed);
        Figures = new Figures
        {
            Campaign = name,
            Store = world.Plan.Store,
            Source = world.Plan.Source,
            After = world.Plan.AfterWord,
            Seed = seed,
            Date = DateTimeOffset.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
    }

    public World World { get; }

    public Figures Figures { get; }

    /// <summary>The chance of the campaign, the same for the same seed.</summary>
    public Random Chance { get; }

    public static async Task<CampaignRun> StartAsync(string name, Arguments arguments, WorldPlan? plan = null) =>
        new(name, await World.StartAsync(plan ?? WorldPlan.Of(arguments)), arguments.Number("seed", 1), arguments.Text("figures"), arguments.Text("sabotage") is not null);

    /// <summary>Posts new mails.</summary>
    public async Task PostAsync(int count)
    {
        var seeds = _seeder.Next(count);
        _set.AddRange(seeds);
        _last = seeds;
        _deliveries += seeds.Sum(seed => seed.Deliveries);
        Figures.Mails += count;
        await World.Post.PostAsync(seeds);
    }

    /// <summary>Says that a worker has ended which was to be killed.</summary>
    public void Ended(WorkerProcess worker, string kind)
    {
        Figures.Killed(kind);
        if (worker.ExitCode != 137)
        {
            Fault($"a worker ended with {worker.ExitCode} and not by its kill");
        }
    }

    /// <summary>How far the clock of the next worker is ahead, where what rests for half a minute is not to rest for long.</summary>
    public TimeSpan SkipShortRest() => _ahead += ShortRest;

    /// <summary>Lets a worker work until nothing is open, and looks into the books.</summary>
    /// <remarks>
    /// What was killed again and again while it was sent rests for minutes from the moment on in which a worker finds it. So where
    /// something rests, another worker comes later.
    /// </remarks>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        await PostAsync(1);
        var later = LongRest;
        for (var tries = 1; !await SettlesAsync(_ahead + later, tries < SettlesAtMost ? RestBegins : Guard, cancellationToken); tries++)
        {
            if (tries == SettlesAtMost)
            {
                Fault($"no rest within {Guard}: {await OpenWork.CountAsync(World.Store, cancellationToken)}");
                break;
            }

            later += LongRest;
        }

        // A clock that was ahead does not go back.
        _ahead = _ahead > TimeSpan.Zero ? _ahead + later : _ahead;
        await AuditAsync(cancellationToken);
    }

    /// <summary>Waits until nothing is open.</summary>
    /// <returns><see langword="false"/> when the worker ended before, or the time was over.</returns>
    public async Task<bool> ComesToRestAsync(WorkerProcess worker, TimeSpan atMost, CancellationToken cancellationToken)
    {
        var waiting = Stopwatch.StartNew();
        while (waiting.Elapsed < atMost && !worker.HasEnded)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (World.Post.IsDone && await OpenWork.CountAsync(World.Store, cancellationToken) is { IsNone: true } open && open.Received >= _deliveries)
            {
                return true;
            }

            await Task.Delay(Look, cancellationToken);
        }

        return false;
    }

    /// <summary>Whether of the mails that were posted last those that make a ticket have made it.</summary>
    public Task<bool> HasFinishedLastAsync(CancellationToken cancellationToken) =>
        LedgerReader.HasEntriesAsync(World.Store, [.. _last.Where(seed => seed.IsNew).Select(seed => seed.MessageId)], cancellationToken);

    /// <summary>Looks into the books; nothing may be under way.</summary>
    public async Task AuditAsync(CancellationToken cancellationToken)
    {
        if (_isSabotaged)
        {
            await Sabotage.DoAsync(World.Store, cancellationToken);
        }

        var findings = await _auditor.AuditAsync(_set, cancellationToken);
        _set.Clear();
        Figures.Load(await MachineLoad.ReadAsync(cancellationToken));
        Figures.Enter(findings);
        foreach (var line in findings.Lines)
        {
            Say(line);
        }

        if (!findings.IsClean)
        {
            World.Keep();
        }

        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{_clock.Elapsed:hh\\:mm\\:ss} {Figures.ToJson()}"));
    }

    /// <summary>Ends the campaign: the whole database is looked at once more, and the last line is written.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync(CancellationToken cancellationToken)
    {
        foreach (var line in await World.Store.CheckAsync(cancellationToken))
        {
            Fault(line);
        }

        Figures.Seconds = (int)_clock.Elapsed.TotalSeconds;
        var json = Figures.ToJson();
        if (_figuresFile is not null)
        {
            await File.AppendAllTextAsync(_figuresFile, json + "\n", cancellationToken);
        }

        await Console.Out.WriteLineAsync(json);
        return Figures.IsClean ? 0 : 1;
    }

    /// <summary>Says what may not be.</summary>
    public void Fault(string line)
    {
        Figures.Faults++;
        World.Keep();
        Say("FAULT " + line);
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();

    private async Task<bool> SettlesAsync(TimeSpan shift, TimeSpan atMost, CancellationToken cancellationToken)
    {
        await using var worker = WorkerProcess.Start(World, new WorkerStart { Shift = shift });
        var isAtRest = await ComesToRestAsync(worker, atMost, cancellationToken);
        Figures.FirstMail(worker.FirstMail, worker.FirstMailCpu);
        return isAtRest;
    }

    private void Say(string line) => Console.Error.WriteLine($"{line} (the files are in {World.Folder})");
}
