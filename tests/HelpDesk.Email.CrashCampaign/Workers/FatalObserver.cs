using System.Diagnostics;
using System.Globalization;
using HelpDesk.Email.Observing;

namespace HelpDesk.Email.CrashCampaign.Workers;

/// <summary>Kills its own process when the flow comes by a point for the n-th time. Safe on any thread.</summary>
internal sealed class FatalObserver : IFlowObserver
{
    private int _point = -1;
    private int _left;
    private int _finished;

    /// <summary>Says where to die: a point and a number, with a colon between.</summary>
    public void Arm(string place)
    {
        var colon = place.IndexOf(':', StringComparison.Ordinal);
        _left = int.Parse(place.AsSpan(colon + 1), CultureInfo.InvariantCulture);
        Volatile.Write(ref _point, (int)Enum.Parse<FlowPoint>(place.AsSpan(0, colon)));
    }

    public void Reached(FlowPoint point)
    {
        if (point == FlowPoint.AfterCompletionCommit && Interlocked.Exchange(ref _finished, 1) == 0)
        {
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{WorkerLines.Cpu}{(int)Environment.CpuUsage.TotalTime.TotalMilliseconds}"));
            Console.Out.WriteLine(WorkerLines.FirstMail);
        }

        if (Volatile.Read(ref _point) == (int)point && Interlocked.Decrement(ref _left) == 0)
        {
            using var self = Process.GetCurrentProcess();
            self.Kill();
            Thread.Sleep(Timeout.Infinite);
        }
    }
}
