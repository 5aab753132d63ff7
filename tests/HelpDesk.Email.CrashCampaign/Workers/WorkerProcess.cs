using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using HelpDesk.Email.CrashCampaign.Worlds;

namespace HelpDesk.Email.CrashCampaign.Workers;

/// <summary>A worker as its campaign sees it.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private static readonly string DotNet = Path.GetFullPath(Path.Combine("..", "..", "..", "dotnet"), RuntimeEnvironment.GetRuntimeDirectory());
    private static readonly Lock LogGate = new();

    private readonly Process _process;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _log;

    private WorkerProcess(Process process, string log)
    {
        _process = process;
        _log = log;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Write(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public bool HasEnded => _process.HasExited;

    /// <summary>How it ended; 137 when it was killed.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>The time from its start to the first mail that it finished; <see langword="null"/> while there is none.</summary>
    public TimeSpan? FirstMail { get; private set; }

    /// <summary>The processor time up to there.</summary>
    public TimeSpan FirstMailCpu { get; private set; }

    /// <summary>Ends when its host has started.</summary>
    public Task Ready => _ready.Task;

    /// <summary>Ends when the first mail is finished.</summary>
    public Task FirstMailFinished => _first.Task;

    public static WorkerProcess Start(World world, WorkerStart how)
    {
        List<string> line = how.Injection is { } injection ? [Injection.Program, .. injection.Words, DotNet] : [DotNet];
        line.AddRange([typeof(WorkerProcess).Assembly.Location, "worker", "--settings", world.SettingsFile]);
        if (how.Die is not null)
        {
            line.AddRange(["--die", how.Die]);
        }

        if (how.Shift > TimeSpan.Zero)
        {
            line.AddRange(["--shift", ((int)how.Shift.TotalSeconds).ToString(CultureInfo.InvariantCulture)]);
        }

        var start = new ProcessStartInfo(line[0], line.Skip(1)) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = world.Folder };

        // Spooled octets of killed workers go with the campaign.
        start.Environment["TMPDIR"] = world.Folder;
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        if (how.Injection is not null)
        {
            // strace counts the calls of each thread: with one thread for all work they are those of the process.
            start.Environment["DOTNET_ThreadPool_ForceMinWorkerThreads"] = "1";
            start.Environment["DOTNET_ThreadPool_ForceMaxWorkerThreads"] = "1";
        }

        return new WorkerProcess(Process.Start(start)!, world.Log);
    }

    /// <summary>The most memory that it had so far, resident; 0 when it has ended.</summary>
    public int PeakMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.HasExited ? 0 : (int)(_process.PeakWorkingSet64 >> 20);
        }
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>Whether it ended in that time.</returns>
    public async Task<bool> EndsAsync(TimeSpan atMost)
    {
        using var guard = new CancellationTokenSource(atMost);
        try
        {
            await _process.WaitForExitAsync(guard.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return _process.HasExited;
        }
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line == WorkerLines.Ready)
        {
            _ready.TrySetResult();
        }
        else if (line?.StartsWith(WorkerLines.Cpu, StringComparison.Ordinal) == true)
        {
            FirstMailCpu = TimeSpan.FromMilliseconds(int.Parse(line.AsSpan(WorkerLines.Cpu.Length), CultureInfo.InvariantCulture));
        }
        else if (line == WorkerLines.FirstMail)
        {
            FirstMail = _clock.Elapsed;
            _first.TrySetResult();
        }
    }

    private void Write(string? line)
    {
        if (!string.IsNullOrEmpty(line))
        {
            lock (LogGate)
            {
                File.AppendAllText(_log, line + "\n");
            }
        }
    }
}
