using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace HelpDesk.Email.CrashCampaign.Crowd;

/// <summary>One of several workers, as a process that can be killed, stopped and woken.</summary>
internal sealed class CrowdWorker(string settings, string folder, IReadOnlyDictionary<string, string> environment, string verb = "worker") : IAsyncDisposable
{
    private static readonly string DotNet = Path.GetFullPath(Path.Combine("..", "..", "..", "dotnet"), RuntimeEnvironment.GetRuntimeDirectory());

    private readonly Lock _log = new();
    private Process? _process;

    public bool IsRunning => _process is { HasExited: false };

    public bool IsPaused { get; private set; }

    /// <summary>How it ended last.</summary>
    public int ExitCode => _process!.ExitCode;

    public void Start()
    {
        _process?.Dispose();
        var start = new ProcessStartInfo(DotNet, [typeof(CrowdWorker).Assembly.Location, verb, "--settings", settings])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["TMPDIR"] = folder;
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        IsPaused = false;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, line) => Write(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    public Task PauseAsync() => SignalAsync("-STOP", isPaused: true);

    public Task WakeAsync() => SignalAsync("-CONT", isPaused: false);

    /// <summary>Ends it in good order.</summary>
    public async Task StopAsync()
    {
        if (IsPaused)
        {
            await WakeAsync();
        }

        _process!.StandardInput.Close();
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        await _process.WaitForExitAsync(guard.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Waits until it has ended by itself, or the time is over.</summary>
    public async Task EndsAsync(TimeSpan atMost)
    {
        using var guard = new CancellationTokenSource(atMost);
        await _process!.WaitForExitAsync(guard.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async ValueTask DisposeAsync()
    {
        if (IsRunning)
        {
            await KillAsync();
        }

        _process?.Dispose();
    }

    private async Task SignalAsync(string signal, bool isPaused)
    {
        using var kill = Process.Start("/usr/bin/kill", [signal, _process!.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        IsPaused = isPaused;
    }

    private void Write(string? line)
    {
        if (!string.IsNullOrEmpty(line))
        {
            lock (_log)
            {
                File.AppendAllText(settings + ".log", line + "\n");
            }
        }
    }
}
