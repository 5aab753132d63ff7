namespace HelpDesk.Email.Protocols.Wire;

/// <summary>Arithmetic of time limits, of which each may be infinite.</summary>
internal static class Patience
{
    /// <summary>The shorter one of two limits.</summary>
    public static TimeSpan Shorter(TimeSpan one, TimeSpan other) =>
        one == Timeout.InfiniteTimeSpan ? other : other == Timeout.InfiniteTimeSpan || one < other ? one : other;

    /// <summary>What is left of a limit; never less than nothing.</summary>
    public static TimeSpan Left(TimeSpan limit, TimeSpan spent) =>
        limit == Timeout.InfiniteTimeSpan ? limit : limit > spent ? limit - spent : TimeSpan.Zero;
}
