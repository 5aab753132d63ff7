namespace HelpDesk.Email.Testing.Conformance.Tickets;

/// <summary>The rules of <see cref="HelpDesk.Email.Tickets.ITicketStore"/>, each as a case that passes or says what is wrong.</summary>
/// <remarks>
/// A store that passes makes the way from mailbox to ticket effectively once. Bound to xunit:
/// <code>
/// public sealed class AcmeTicketStoreTests
/// {
///     public static TheoryData&lt;ConformanceCase&gt; Cases =>
///         [.. TicketStoreConformance.Cases(() => new AcmeFixture())];
///
///     [Theory, MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
///     public Task Conforms(ConformanceCase rule) => rule.RunAsync(TestContext.Current.CancellationToken);
/// }
/// </code>
/// to NUnit:
/// <code>
/// static IEnumerable&lt;ConformanceCase&gt; Cases => TicketStoreConformance.Cases(() => new AcmeFixture());
///
/// [TestCaseSource(nameof(Cases))]
/// public Task Conforms(ConformanceCase rule) => rule.RunAsync(CancellationToken.None);
/// </code>
/// and to MSTest:
/// <code>
/// static IEnumerable&lt;object[]&gt; Cases =>
///     TicketStoreConformance.Cases(() => new AcmeFixture()).Select(rule => new object[] { rule });
///
/// [TestMethod, DynamicData(nameof(Cases))]
/// public Task Conforms(ConformanceCase rule) => rule.RunAsync(TestContext.CancellationToken);
/// </code>
/// </remarks>
public static class TicketStoreConformance
{
    private static readonly IReadOnlyList<Rule<TicketTrial>> Rules =
    [
        .. RepeatedOperationRules.All,
        .. VersionRules.All,
        .. EmptyChangeRules.All,
        .. ConcurrencyRules.All,
        .. WholeOrNothingRules.All,
        .. AttachmentRules.All,
        .. EntryRules.All,
        .. LookupRules.All,
        .. StatusRules.All,
        .. PeopleRules.All,
        .. DetailRules.All,
        .. CrashRules.All,
        .. MidwayRules.All,
    ];

    /// <summary>All rules as cases.</summary>
    /// <param name="fixture">Makes a new fixture; called once a case.</param>
    public static IReadOnlyList<ConformanceCase> Cases(Func<TicketStoreFixture> fixture)
    {
        ArgumentNullException.ThrowIfNull(fixture);
        return [.. Rules.Select(rule => rule.ToCase(cancellationToken => TicketTrial.OpenAsync(fixture(), cancellationToken)))];
    }
}
