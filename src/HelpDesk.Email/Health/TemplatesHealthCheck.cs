using HelpDesk.Email.Templates;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HelpDesk.Email.Health;

/// <summary>Whether the templates of administrators can be used.</summary>
internal sealed class TemplatesHealthCheck(ITemplateRefusals? refusals = null) : IHealthCheck
{
    // A folder may hold many; the rest is counted.
    private const int MostNamed = 5;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var findings = new Findings();
        var refused = refusals?.Current ?? [];
        if (refused.Count > 0)
        {
            findings.Data["refused"] = refused.Count;
        }

        foreach (var template in refused.Take(MostNamed))
        {
            findings.Add(HealthStatus.Degraded, $"The template '{template.Template}' is not used: {template.Message} Its last good version serves, or the built-in one, until it is mended.");
        }

        if (refused.Count > MostNamed)
        {
            findings.Add(HealthStatus.Degraded, $"And {refused.Count - MostNamed} more.");
        }

        return Task.FromResult(findings.ToResult(context, "All templates are used as they are."));
    }
}
