using HelpDesk.Email.CrashCampaign.CommandLine;
using HelpDesk.Email.CrashCampaign.Crowd;
using HelpDesk.Email.CrashCampaign.Poison;
using HelpDesk.Email.CrashCampaign.Reporting;
using HelpDesk.Email.CrashCampaign.Running;
using HelpDesk.Email.CrashCampaign.Workers;

namespace HelpDesk.Email.CrashCampaign;

/// <summary>Kills help desks and counts what became of their mail.</summary>
internal static class Program
{
    private const string Default = "kill";

    // The first word of the command line; without one it is the first of these.
    private static readonly IReadOnlyList<Verb> Verbs =
    [
        new(Default, "kills workers at named points, at any moment and in system calls", KillCampaign.RunAsync),
        new("calls", "fails or kills a worker in the first, second, ... N-th call of one kind", CallCampaign.RunAsync),
        new("outages", "takes the database away for a time, in several ways", OutageCampaign.RunAsync),
        new("crowd", "kills, stops and wakes some of several workers over one PostgreSQL", CrowdCampaign.RunAsync),
        new("poison", "lets one mail in a hundred throw, hang, overflow the stack or take all memory", PoisonCampaign.RunAsync),
        new("poison-worker", "is the process that is poisoned; not meant to be called", PoisonWorker.RunAsync),
        new("report", "writes the page of figures from the JSON lines of campaigns", ReportVerb.RunAsync),
        new("report-workers", "writes the page about several workers and poison from JSON lines", WorkersReportVerb.RunAsync),
        new("worker", "is the process that is killed; not meant to be called", WorkerVerb.RunAsync),
    ];

    private static async Task<int> Main(string[] words)
    {
        using var end = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            end.Cancel();
        };
        var name = words is [var first, ..] && !first.StartsWith('-') ? first : Default;
        if (Verbs.FirstOrDefault(verb => verb.Name == name) is not { } chosen)
        {
            await Console.Error.WriteLineAsync(string.Join('\n', Verbs.Select(verb => $"{verb.Name,-15} {verb.Sentence}")));
            return 2;
        }

        return await chosen.RunAsync(Arguments.Read(words), end.Token);
    }
}
