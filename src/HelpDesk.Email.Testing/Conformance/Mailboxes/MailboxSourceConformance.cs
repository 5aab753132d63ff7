namespace HelpDesk.Email.Testing.Conformance.Mailboxes;

/// <summary>The rules of <see cref="HelpDesk.Email.Mailboxes.IMailboxSource"/>, each as a case that passes or says what is wrong.</summary>
/// <remarks>
/// A source that passes loses no mail and brings none twice, as far as the engine keeps its part. Bound to xunit:
/// <code>
/// public sealed class AcmeMailboxTests
/// {
///     public static TheoryData&lt;ConformanceCase&gt; Cases =>
///         [.. MailboxSourceConformance.Cases(() => new AcmeFixture())];
///
///     [Theory, MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
///     public Task Conforms(ConformanceCase rule) => rule.RunAsync(TestContext.Current.CancellationToken);
/// }
/// </code>
/// </remarks>
public static class MailboxSourceConformance
{
    private static readonly IReadOnlyList<Rule<MailboxTrial>> Rules = [.. LookRules.All, .. AcknowledgeRules.All, .. InterruptionRules.All];

    /// <summary>All rules as cases.</summary>
    /// <param name="fixture">Makes a new fixture; called once a case.</param>
    public static IReadOnlyList<ConformanceCase> Cases(Func<MailboxSourceFixture> fixture)
    {
        ArgumentNullException.ThrowIfNull(fixture);
        return [.. Rules.Select(rule => rule.ToCase(cancellationToken => MailboxTrial.OpenAsync(fixture(), cancellationToken)))];
    }
}
