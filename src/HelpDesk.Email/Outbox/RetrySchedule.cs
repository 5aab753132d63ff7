namespace HelpDesk.Email.Outbox;

/// <summary>When a mail that was refused for now is tried again: after 5 minutes, growing by half each time to 4,000 seconds.</summary>
internal static class RetrySchedule
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(4000);

    /// <summary>The pause after an attempt.</summary>
    /// <param name="attempts">How many attempts there were, from 1.</param>
    /// <param name="id">The row: spreads the rows of one outage over a tenth of the pause.</param>
    public static TimeSpan After(int attempts, long id)
    {
        var pause = First * Math.Pow(1.5, Math.Min(attempts - 1, 20));
        pause = pause < Most ? pause : Most;
        return pause * (1 + id % 11 / 100.0);
    }
}
