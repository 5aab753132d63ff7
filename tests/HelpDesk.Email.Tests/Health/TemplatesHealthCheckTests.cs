using HelpDesk.Email.Health;
using HelpDesk.Email.Templates;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HelpDesk.Email.Tests.Health;

public sealed class TemplatesHealthCheckTests
{
    [Theory]
    [InlineData(0, HealthStatus.Healthy, "All templates are used as they are.")]
    [InlineData(1, HealthStatus.Degraded, "The template 'survey0' is not used: line 3 is no template. Its last good version serves, or the built-in one, until it is mended.")]
    [InlineData(7, HealthStatus.Degraded, "And 2 more.")]
    public async Task A_template_that_is_refused_is_told_and_serves_on_in_its_last_good_version(int refused, HealthStatus status, string words)
    {
        var check = new TemplatesHealthCheck(new Refusals(refused));

        var result = await check.CheckHealthAsync(new HealthCheckContext { Registration = HelpDeskEmailHealthChecks.Templates }, TestContext.Current.CancellationToken);

        Assert.Equal(status, result.Status);
        Assert.EndsWith(words, result.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_renderer_without_templates_of_administrators_is_well() =>
        Assert.Equal(HealthStatus.Healthy, (await new TemplatesHealthCheck().CheckHealthAsync(new HealthCheckContext { Registration = HelpDeskEmailHealthChecks.Templates }, TestContext.Current.CancellationToken)).Status);

    private sealed class Refusals(int count) : ITemplateRefusals
    {
        public IReadOnlyList<TemplateException> Current { get; } = [.. Enumerable.Range(0, count).Select(i => new TemplateException("line 3 is no template.", $"survey{i}", 3))];
    }
}
