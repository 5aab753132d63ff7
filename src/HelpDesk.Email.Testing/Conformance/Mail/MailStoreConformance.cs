namespace HelpDesk.Email.Testing.Conformance.Mail;

/// <summary>The rules of <see cref="HelpDesk.Email.Storage.IMailStore"/>, each as a case that passes or says what is wrong.</summary>
/// <remarks>
/// Bound to a test framework as the suite for ticket stores is, for instance to xunit:
/// <code>
/// public sealed class AcmeMailStoreTests
/// {
///     public static TheoryData&lt;ConformanceCase&gt; Cases =>
///         [.. MailStoreConformance.Cases(() => new AcmeFixture())];
///
///     [Theory, MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
///     public Task Conforms(ConformanceCase rule) => rule.RunAsync(TestContext.Current.CancellationToken);
/// }
/// </code>
/// </remarks>
public static class MailStoreConformance
{
    private static readonly IReadOnlyList<Rule<MailTrial>> Rules =
    [
        .. AppendRules.All,
        .. DuplicateRules.All,
        .. OctetRules.All,
        .. FindRules.All,
        .. ReplayRules.All,
        .. ClaimRules.All,
        .. LeaseEndRules.All,
        .. LostAttemptRules.All,
        .. AttemptRules.All,
        .. DecisionRules.All,
        .. TransitionRules.All,
        .. ReservationRules.All,
        .. FinishRules.All,
        .. MessageIndexRules.All,
        .. ThrottleRules.All,
        .. OutboxRules.All,
        .. OutboxClaimRules.All,
        .. OutboxOrderRules.All,
        .. OutboxDoubtRules.All,
        .. OutboxRevivalRules.All,
        .. DeliveryRules.All,
        .. RecipientReportRules.All,
        .. SuppressionRules.All,
        .. HostEventRules.All,
        .. MailboxStateRules.All,
        .. LeaseRules.All,
        .. NodeRules.All,
        .. CancellationRules.All,
        .. MidwayRules.All,
        .. ClockRules.All,
        .. MemoryRules.All,
        .. RetentionRules.All,
        .. SentMailRules.All,
        .. FailedMailRules.All,
        .. BacklogRules.All,
        .. CrashRules.All,
        .. LifeRules.All,
    ];

    /// <summary>All rules as cases.</summary>
    /// <param name="fixture">Makes a new fixture; called once a case.</param>
    public static IReadOnlyList<ConformanceCase> Cases(Func<MailStoreFixture> fixture)
    {
        ArgumentNullException.ThrowIfNull(fixture);
        return [.. Rules.Select(rule => rule.ToCase(cancellationToken => MailTrial.OpenAsync(fixture(), cancellationToken)))];
    }
}
