namespace HelpDesk.Email.Testing.Conformance.Templates;

/// <summary>The rules of <see cref="HelpDesk.Email.Templates.ITemplateRenderer"/>, each as a case that passes or says what is wrong.</summary>
/// <remarks>Bound to a test framework as <see cref="Tickets.TicketStoreConformance"/> is; rules that do not apply are to be shown as skipped.</remarks>
public static class TemplateRendererConformance
{
    private static readonly IReadOnlyList<Rule<TemplateTrial>> Rules = [.. ValueRules.All, .. MailRules.All, .. CallRules.All];

    /// <summary>All rules as cases.</summary>
    /// <param name="fixture">Makes a new fixture; called once a case.</param>
    public static IReadOnlyList<ConformanceCase> Cases(Func<TemplateRendererFixture> fixture)
    {
        ArgumentNullException.ThrowIfNull(fixture);
        return [.. Rules.Select(rule => rule.ToCase(cancellationToken => TemplateTrial.OpenAsync(fixture(), cancellationToken)))];
    }
}
