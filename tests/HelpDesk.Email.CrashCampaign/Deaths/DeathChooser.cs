using HelpDesk.Email.CrashCampaign.Workers;
using HelpDesk.Email.Observing;

namespace HelpDesk.Email.CrashCampaign.Deaths;

/// <summary>Lets chance choose how the next worker ends: by half at a named point, else at any moment or in a system call.</summary>
/// <param name="chance">The chance of the campaign.</param>
/// <param name="source">How mail comes in: a listener acknowledges nothing.</param>
/// <param name="store">Which files the worker writes: with a database server, none.</param>
internal sealed class DeathChooser(Random chance, string source, string store)
{
    private static readonly bool HasStrace = File.Exists(Injection.Program);

    private static readonly IReadOnlyList<FlowPoint> OfMailboxes = [FlowPoint.BeforeAcknowledge, FlowPoint.AfterAcknowledge, FlowPoint.AfterAcknowledgeCommit];

    private readonly IReadOnlyList<FlowPoint> _points = [.. Enum.GetValues<FlowPoint>().Where(point => source != "smtp" || !OfMailboxes.Contains(point))];
    private readonly IReadOnlyList<string> _calls = store == "sqlite" ? ["fsync,fdatasync", "pwrite64", "sendto,sendmsg", "recvfrom,recvmsg"] : ["sendto,sendmsg", "recvfrom,recvmsg"];

    public Death Next()
    {
        var kind = chance.Next(100);
        return kind < 55 ? AtPoint()
            : kind < 60 ? AtMoment(DeathClock.Start, 1200)
            : kind < 75 ? AtMoment(DeathClock.Ready, 500)
            : kind < 90 || !HasStrace ? AtMoment(DeathClock.FirstMail, 200)
            : InCall();
    }

    private Death AtMoment(DeathClock from, int atMost) =>
        new("moment", new WorkerStart()) { At = TimeSpan.FromMilliseconds(chance.Next(0, atMost)), From = from };

    private Death AtPoint()
    {
        var point = _points[chance.Next(_points.Count)];
        return new Death("point", new WorkerStart { Die = $"{point}:{chance.Next(1, 4)}" });
    }

    private Death InCall()
    {
        var call = _calls[chance.Next(_calls.Count)];
        return new Death("call", new WorkerStart { Injection = new Injection(call, "signal=KILL", chance.Next(1, 60)) });
    }
}
