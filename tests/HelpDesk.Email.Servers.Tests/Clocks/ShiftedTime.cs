namespace HelpDesk.Email.Servers.Tests.Clocks;

/// <summary>A clock that runs as the machine's does and shows another time.</summary>
/// <param name="offset">By how much it is ahead.</param>
internal sealed class ShiftedTime(TimeSpan offset) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + offset;
}
