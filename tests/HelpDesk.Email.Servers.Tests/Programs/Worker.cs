using System.Collections.Concurrent;
using System.Diagnostics;
using HelpDesk.Email.Servers.Tests.Engine;
using HelpDesk.Email.Servers.Tests.Servers;
using HelpDesk.Email.Servers.Tests.Waiting;
using Microsoft.Data.Sqlite;

namespace HelpDesk.Email.Servers.Tests.Programs;

/// <summary>The sample that reads mailboxes into SQLite, as a process of its own.</summary>
internal sealed class Worker : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;
    private readonly ConcurrentQueue<string> _lines = [];

    private bool _ownsFolder;

    private Worker(Process process, string folder)
    {
        _process = process;
        _folder = folder;
        _process.OutputDataReceived += (_, line) => _lines.Enqueue(line.Data ?? string.Empty);
        _process.ErrorDataReceived += (_, line) => _lines.Enqueue(line.Data ?? string.Empty);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    private string Database => Path.Combine(_folder, "helpdesk.db");

    /// <summary>Starts one.</summary>
    /// <param name="settings">What it does.</param>
    /// <param name="shared">The folder with the database of earlier ones; absent: a folder of its own, which goes with it.</param>
    public static Worker Start(EngineSettings settings, string? shared = null)
    {
        var folder = shared ?? Directory.CreateTempSubdirectory("hde-worker-").FullName;
        var start = new ProcessStartInfo(BuiltProgram.DotNet, [BuiltProgram.Worker]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in settings.Values)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        start.Environment["ConnectionStrings__HelpDesk"] = $"Data Source={Path.Combine(folder, "helpdesk.db")}";
        start.Environment["TMPDIR"] = folder;
        return new Worker(Process.Start(start)!, folder) { _ownsFolder = shared is null };
    }

    /// <summary>Waits until there are so many tickets.</summary>
    public Task WaitForTicketsAsync(int count) => Eventually.ReachesAsync(count, CountTicketsAsync, "tickets");

    /// <summary>Ends it as a power cut would, in the middle of whatever it does.</summary>
    public async Task KillAsync()
    {
        Assert.False(_process.HasExited, $"The worker ended:\n{string.Join('\n', _lines)}");
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await ProgramRun.RunAsync("kill", "-TERM", $"{_process.Id}");
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        if (_ownsFolder)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private async Task<long> CountTicketsAsync()
    {
        Assert.False(_process.HasExited, $"The worker ended:\n{string.Join('\n', _lines)}");
        if (!File.Exists(Database))
        {
            return 0;
        }

        await using var database = new SqliteConnection($"Data Source={Database};Mode=ReadOnly;Pooling=False");
        await database.OpenAsync();
        await using var command = database.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE name = 'ticket'";
        if ((long)(await command.ExecuteScalarAsync())! == 0)
        {
            return 0;
        }

        command.CommandText = "SELECT count(*) FROM ticket";
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
