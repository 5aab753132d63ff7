using HelpDesk.Email.Troubles;

namespace HelpDesk.Email.Processing;

/// <summary>Counts what keeps threads of this process: actions that take long, and those that did not stop when they were told to. Safe on any thread.</summary>
internal sealed class StuckWork(TroubleBook troubles)
{
    private const string Trouble = "a step that does not end";

    private int _slow;
    private int _lost;

    /// <summary>Actions that take long and may still end.</summary>
    public int Slow => Volatile.Read(ref _slow);

    /// <summary>Actions that were given up and still run: nothing ends them but the end of the process.</summary>
    public int Lost => Volatile.Read(ref _lost);

    /// <summary>Whether there is none of so many places left for other work.</summary>
    public bool Fills(int places) => Slow + Lost >= places;

    public void TookLong() => Interlocked.Increment(ref _slow);

    public void EndedLate() => Interlocked.Decrement(ref _slow);

    /// <summary>An action that took long was given up.</summary>
    /// <returns>How many there are now.</returns>
    public int GoesAstray()
    {
        Interlocked.Decrement(ref _slow);
        var lost = Interlocked.Increment(ref _lost);
        troubles.Tell(Trouble, isError: true, $"{lost} steps of this process did not end within Processing:MaxTimePerAttempt, nor when they were told to stop; each keeps a thread. Restart the process, and see the log, event 311.");
        return lost;
    }

    /// <summary>One that was given up ended after all.</summary>
    public void CameBack()
    {
        if (Interlocked.Decrement(ref _lost) == 0)
        {
            troubles.End(Trouble);
        }
    }
}
