using System.Collections.Concurrent;
using System.Diagnostics;

namespace HelpDesk.Email.Workers.Tests.Programs;

/// <summary>A program as a process of its own, and what it said so far.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = [];

    private RunningProgram(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => _lines.Enqueue(line.Data ?? string.Empty);
        process.ErrorDataReceived += (_, line) => _lines.Enqueue(line.Data ?? string.Empty);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public bool HasEnded => _process.HasExited;

    public string Said => string.Join('\n', _lines);

    public static RunningProgram Start(string program, string folder, params string[] words)
    {
        var start = new ProcessStartInfo(BuiltProgram.DotNet, [program, .. words]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };

        // What a machine sets for hosts of its own is not meant for this one.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("HelpDeskEmail_", StringComparison.OrdinalIgnoreCase) || name.StartsWith("ConnectionStrings", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["HelpDeskEmail__Processing__Lease"] = "00:00:05";
        return new RunningProgram(Process.Start(start)!);
    }

    /// <summary>Waits until it has ended by itself.</summary>
    /// <returns>How it ended.</returns>
    public async Task<int> EndsAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            // With whatever it started itself.
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }
}
