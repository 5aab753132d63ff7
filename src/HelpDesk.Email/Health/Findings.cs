using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HelpDesk.Email.Health;

/// <summary>What a health check found; the worst of it is the result. For one caller.</summary>
internal sealed class Findings
{
    private readonly List<string> _sentences = [];
    private HealthStatus _worst = HealthStatus.Healthy;

    public Dictionary<string, object> Data { get; } = [];

    public void Add(HealthStatus status, string sentence)
    {
        _worst = status < _worst ? status : _worst;
        _sentences.Add(sentence);
    }

    /// <summary>The result: unhealthy is what the host says that a failure is.</summary>
    public HealthCheckResult ToResult(HealthCheckContext context, string allIsWell) => new(
        _worst == HealthStatus.Unhealthy ? context.Registration.FailureStatus : _worst,
        _sentences.Count == 0 ? allIsWell : string.Join(" ", _sentences),
        data: Data);
}
