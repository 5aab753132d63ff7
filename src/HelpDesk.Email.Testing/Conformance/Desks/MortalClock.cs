namespace HelpDesk.Email.Testing.Conformance.Desks;

/// <summary>The clock of a process: its timers do not ring while it is dead, or else it would renew its leases.</summary>
internal sealed class MortalClock(TimeProvider clock, Death death) : TimeProvider
{
    public override long TimestampFrequency => clock.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => clock.CreateTimer(
        given =>
        {
            if (!death.IsStopped)
            {
                callback(given);
            }
        },
        state,
        dueTime,
        period);
}
