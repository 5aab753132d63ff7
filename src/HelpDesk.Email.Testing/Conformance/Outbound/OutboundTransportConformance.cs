namespace HelpDesk.Email.Testing.Conformance.Outbound;

/// <summary>The rules of <see cref="HelpDesk.Email.Outbound.IOutboundTransport"/>, each as a case that passes, says what is wrong, or says why it does not apply.</summary>
/// <remarks>
/// A transport that passes loses no mail, sends no half ones, and tells the engine of each recipient what became of it. Bound
/// to xunit:
/// <code>
/// [Collection(nameof(Alone))]
/// public sealed class AcmeTransportTests
/// {
///     public static TheoryData&lt;ConformanceCase&gt; Cases =>
///         [.. OutboundTransportConformance.Cases(() => new AcmeFixture())];
///
///     [Theory(SkipExceptions = [typeof(RuleNotApplicableException)]), MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
///     public Task Conforms(ConformanceCase rule) => rule.RunAsync(TestContext.Current.CancellationToken);
/// }
/// </code>
/// <para>One rule looks at the memory of the whole process while a large mail is sent. Beside tests that take and free much
/// memory it may see too little; where that matters, bind the suite in a collection with <c>DisableParallelization</c>, as
/// <c>Alone</c> is above.</para>
/// </remarks>
public static class OutboundTransportConformance
{
    private static readonly IReadOnlyList<Rule<OutboundTransportTrial>> Rules =
        [.. OctetRules.All, .. ContentRules.All, .. RecipientRules.All, .. EnvelopeRules.All, .. CancellationRules.All, .. UseRules.All, .. AbsenceRules.All];

    /// <summary>All rules as cases.</summary>
    /// <param name="fixture">Makes a new fixture; called once a case.</param>
    public static IReadOnlyList<ConformanceCase> Cases(Func<OutboundTransportFixture> fixture)
    {
        ArgumentNullException.ThrowIfNull(fixture);
        return [.. Rules.Select(rule => rule.ToCase(cancellationToken => OutboundTransportTrial.OpenAsync(fixture(), cancellationToken)))];
    }
}
