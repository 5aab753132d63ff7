namespace HelpDesk.Email.Testing.Conformance.Knowledge;

/// <summary>The rules of <see cref="HelpDesk.Email.Knowledge.IKnowledgeBase"/>, each as a case that passes or says what is wrong.</summary>
/// <remarks>Bound to a test framework as <see cref="Tickets.TicketStoreConformance"/> is.</remarks>
public static class KnowledgeBaseConformance
{
    private static readonly IReadOnlyList<Rule<KnowledgeTrial>> Rules = [.. FindRules.All, .. QueryRules.All, .. WriterRules.All];

    /// <summary>All rules as cases.</summary>
    /// <param name="fixture">Makes a new fixture; called once a case.</param>
    public static IReadOnlyList<ConformanceCase> Cases(Func<KnowledgeBaseFixture> fixture)
    {
        ArgumentNullException.ThrowIfNull(fixture);
        return [.. Rules.Select(rule => rule.ToCase(cancellationToken => KnowledgeTrial.OpenAsync(fixture(), cancellationToken)))];
    }
}
