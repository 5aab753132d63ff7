using System.Globalization;
using HelpDesk.Email.PostgreSql.Tests.Servers;
using HelpDesk.Email.Servers.Tests.Servers;

namespace HelpDesk.Email.CrashCampaign.Outages;

/// <summary>PostgreSQL and all its processes stop in the middle of what they do, and go on later (SIGSTOP, SIGCONT).</summary>
internal sealed class ServerPaused(PostgreSqlServer server) : IOutage
{
    public string Name => "server paused";

    public async Task HappenAsync(TimeSpan length, CancellationToken cancellationToken)
    {
        // The first one first: it would start others.
        await SignalAsync("-STOP", [server.ProcessId]);
        var children = Children(server.ProcessId);
        await SignalAsync("-STOP", children);
        await Task.Delay(length, cancellationToken);
        await SignalAsync("-CONT", [.. children, server.ProcessId]);
    }

    private static async Task SignalAsync(string signal, List<int> processes)
    {
        if (processes.Count > 0)
        {
            await ProgramRun.RunAsync("/usr/bin/kill", [signal, .. processes.Select(process => process.ToString(CultureInfo.InvariantCulture))]);
        }
    }

    private static List<int> Children(int parent)
    {
        var found = new List<int>();
        foreach (var folder in Directory.GetDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var process) && ParentOf(folder) == parent)
            {
                found.Add(process);
            }
        }

        return found;
    }

    // The fields behind the name, which stands in brackets and may hold anything.
    private static int ParentOf(string folder)
    {
        try
        {
            var line = File.ReadAllText(Path.Combine(folder, "stat"));
            return int.Parse(line[(line.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // It has just ended.
            return 0;
        }
    }
}
