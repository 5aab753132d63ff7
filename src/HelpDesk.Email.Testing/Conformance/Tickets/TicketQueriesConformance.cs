namespace HelpDesk.Email.Testing.Conformance.Tickets;

/// <summary>The rules of <see cref="HelpDesk.Email.Tickets.ITicketQueries"/> that pages, mails to agents and scheduled work depend on, for ticket stores that are one.</summary>
/// <remarks>With the fixture, and bound to a test framework, as <see cref="TicketStoreConformance"/> is.</remarks>
public static class TicketQueriesConformance
{
    private static readonly IReadOnlyList<Rule<TicketTrial>> Rules = [.. ListRules.All, .. NewestEntryRules.All, .. IdleRules.All, .. ClosedRules.All];

    /// <summary>All rules as cases.</summary>
    /// <param name="fixture">Makes a new fixture, whose store is an <see cref="HelpDesk.Email.Tickets.ITicketQueries"/>; called once a case.</param>
    public static IReadOnlyList<ConformanceCase> Cases(Func<TicketStoreFixture> fixture)
    {
        ArgumentNullException.ThrowIfNull(fixture);
        return [.. Rules.Select(rule => rule.ToCase(cancellationToken => TicketTrial.OpenAsync(fixture(), cancellationToken)))];
    }
}
