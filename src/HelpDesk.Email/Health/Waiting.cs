using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HelpDesk.Email.Health;

/// <summary>From when on it is a bad sign that work waits.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Degraded = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Unhealthy = TimeSpan.FromMinutes(30);

    public static HealthStatus Judge(TimeSpan age) =>
        age > Unhealthy ? HealthStatus.Unhealthy
        : age > Degraded ? HealthStatus.Degraded
        : HealthStatus.Healthy;

    public static string InWords(TimeSpan age) => age switch
    {
        { TotalDays: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalDays} days"),
        { TotalHours: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalHours} hours"),
        { TotalMinutes: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalMinutes} minutes"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalSeconds} seconds"),
    };
}
