using System.Diagnostics;

namespace HelpDesk.Email.Sqlite.Tests.Processes;

/// <summary>Another process that runs a part of this assembly, until it is killed.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;

    private ChildProcess(Process process) => _process = process;

    /// <summary>Starts one.</summary>
    /// <param name="role">What it does: see <see cref="ChildRoles"/>.</param>
    /// <param name="databasePath">On which file.</param>
    public static ChildProcess Start(string role, string databasePath)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [typeof(ChildProcess).Assembly.Location, Program.ChildArgument, role, databasePath])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        return new ChildProcess(Process.Start(start)!);
    }

    /// <summary>What it says next; <see langword="null"/> when it is dead and everything was heard.</summary>
    public async Task<string?> ReadLineAsync(CancellationToken cancellationToken) =>
        await _process.StandardOutput.ReadLineAsync(cancellationToken);

    /// <summary>Ends it as <c>kill -9</c> does.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        _process.Kill();
        await _process.WaitForExitAsync(cancellationToken);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
