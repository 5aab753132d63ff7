using System.Diagnostics;
using System.Globalization;
using HelpDesk.Email.PostgreSql.Tests.Support;

namespace HelpDesk.Email.PostgreSql.Tests.Processes;

/// <summary>An engine in another process.</summary>
internal sealed class EngineProcess : IDisposable
{
    private readonly Process _process;

    private EngineProcess(Process process) => _process = process;

    /// <summary>Starts one, and waits until it runs.</summary>
    public static async Task<EngineProcess> StartAsync(PostgreSqlOptions options, string node, string folder)
    {
        string[] line = [typeof(EngineProcess).Assembly.Location, Program.EngineArgument, options.ConnectionString, options.Schema, node, folder];
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", line) { RedirectStandardOutput = true };
        var engine = new EngineProcess(Process.Start(start)!);
        await engine.SaysAsync("started");
        return engine;
    }

    /// <summary>Waits until it says something.</summary>
    public async Task SaysAsync(string text)
    {
        while (true)
        {
            var line = await _process.StandardOutput.ReadLineAsync(StoreSchema.Token).AsTask().WaitAsync(TimeSpan.FromMinutes(2), StoreSchema.Token);
            Assert.NotNull(line);
            if (line.StartsWith(text, StringComparison.Ordinal))
            {
                return;
            }
        }
    }

    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Stops it where it stands, as a machine that is suspended.</summary>
    public void Stop() => Signal("-STOP");

    public void Continue() => Signal("-CONT");

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    private void Signal(string signal)
    {
        using var kill = Process.Start("/usr/bin/kill", [signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
