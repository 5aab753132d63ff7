namespace HelpDesk.Email.Scheduling;

/// <summary>The moments at which work that has no time of its own is looked for.</summary>
internal static class Ticks
{
    /// <summary>The pause between two of them.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    /// <summary>The next one after a moment: on every clock the same.</summary>
    public static DateTimeOffset After(DateTimeOffset moment) => new(((moment.UtcTicks / Interval.Ticks) + 1) * Interval.Ticks, TimeSpan.Zero);
}
