using System.Diagnostics;
using System.Reflection;
using Microsoft.Extensions.Hosting;

namespace Workers;

/// <summary>Starts further workers as processes of their own: what else machines, containers or a service manager would do.</summary>
internal sealed class Crew(WorkerArguments arguments, string database) : IHostedService
{
    private readonly List<Process> _processes = [];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // This process is a worker, too.
        for (var i = 2; i <= arguments.Workers; i++)
        {
            var name = $"{arguments.Name ?? Environment.MachineName}-{i}";
            var start = new ProcessStartInfo(Environment.ProcessPath!, [.. Program(), "--database", database, "--data", arguments.Data.FullName, "--name", name]) { RedirectStandardOutput = true };
            var process = Process.Start(start)!;

            // One view is enough.
            process.OutputDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            Console.WriteLine($"Worker {name} is process {process.Id}: kill it, and see who takes its mailboxes over.");
            _processes.Add(process);
        }

        return Task.CompletedTask;
    }

    // Ctrl-C reached them as well; this is for those that it did not.
    public Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var process in _processes.Where(process => !process.HasExited))
        {
            process.Kill();
        }

        return Task.CompletedTask;
    }

    // Started as `dotnet Workers.dll` the program stands behind the runtime.
    private static IEnumerable<string> Program() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Assembly.GetEntryAssembly()!.Location] : [];
}
