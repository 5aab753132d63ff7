using HelpDesk.Email.Testing.Time;

namespace HelpDesk.Email.Tests.InMemory;

internal static class Noon
{
    /// <summary>A clock that stands at noon until it is moved.</summary>
    public static ManualTimeProvider Clock() => new(new DateTimeOffset(2026, 3, 5, 12, 0, 0, TimeSpan.Zero));
}
