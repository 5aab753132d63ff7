using System.Diagnostics;
using HelpDesk.Email.QuickStart.Tests.Load;
using HelpDesk.Email.QuickStart.Tests.Server;

namespace HelpDesk.Email.QuickStart.Tests.Kills;

/// <summary>When a process is killed: somewhere in its start, or a little after so much of some work was done.</summary>
internal sealed record KillMoment(string Name, int Count, TimeSpan Later)
{
    private const string Start = "ms from its start";
    private const string Accepted = "mails accepted";
    private const string Processed = "mails processed";
    private const string Delivered = "mails delivered";

    // Where nothing is left to do that could be counted, it is killed all the same.
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(4);

    /// <summary>Chooses one.</summary>
    /// <param name="random">Decides.</param>
    /// <param name="mails">About how many mails are sent until then.</param>
    public static KillMoment Choose(Random random, int mails)
    {
        var later = TimeSpan.FromMilliseconds(random.NextDouble() * 20);
        return random.Next(8) switch
        {
            0 => new KillMoment(Start, random.Next(600), TimeSpan.Zero),
            1 or 2 => new KillMoment(Accepted, random.Next(1, mails + 1), later),
            3 or 4 or 5 => new KillMoment(Processed, random.Next(1, mails + 1), later),
            _ => new KillMoment(Delivered, random.Next(1, mails / 2 + 2), later),
        };
    }

    /// <summary>Waits for the moment.</summary>
    public async Task ComesAsync(QuickStartProcess server, RetryingClient client)
    {
        var clock = Stopwatch.StartNew();
        var accepted = client.Accepted;
        await Eventually.OrAfterAsync(AtMost, () => server.HasExited || Name switch
        {
            Accepted => client.Accepted - accepted >= Count,
            Processed => server.CountLines(" mails to send.") >= Count,
            Delivered => server.CountLines(" recipients accepted,") >= Count,
            _ => clock.ElapsedMilliseconds >= Count,
        });
        await Eventually.OrAfterAsync(Later, () => false);
        Assert.False(server.HasExited, $"QuickStart ended by itself.\n{server.Output}\n{server.Errors}");
    }

    public override string ToString() => $"{Count} {Name}, {Later.TotalMilliseconds:0} ms later";
}
