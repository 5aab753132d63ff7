using HelpDesk.Email.Testing.Conformance.Mail;
using HelpDesk.Email.Testing.Conformance.Tickets;

namespace HelpDesk.Email.Testing.Conformance.Desks;

/// <summary>The rules of a mail store and a ticket store together: a short conversation, driven by the engine, whose process dies at every place in turn.</summary>
/// <remarks>
/// What the suites of the stores prove of each for itself is not enough: between them lies the work of the engine, which
/// shares no transaction with either. With the fixtures of those suites, and bound to xunit:
/// <code>
/// public sealed class AcmeDeskTests
/// {
///     public static TheoryData&lt;ConformanceCase&gt; Cases =>
///         [.. DeskConformance.Cases(() => new AcmeFixture())];
///
///     [Theory, MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
///     public Task Conforms(ConformanceCase rule) => rule.RunAsync(TestContext.Current.CancellationToken);
/// }
/// </code>
/// <para>A case opens several pairs of stores one after the other, and each of them again after its crashes. Those that are
/// crashed are not used any more; a call of theirs may still be under way, and never gets an answer.</para>
/// </remarks>
public static class DeskConformance
{
    /// <summary>All rules as cases, for a ticket store beside a mail store in memory.</summary>
    /// <param name="tickets">Makes a new fixture; called several times a case.</param>
    public static IReadOnlyList<ConformanceCase> Cases(Func<TicketStoreFixture> tickets) => Cases(tickets, () => new MemoryMailStoreFixture());

    /// <summary>All rules as cases.</summary>
    /// <param name="tickets">Makes a new fixture of the ticket store; called several times a case.</param>
    /// <param name="mails">Makes a new fixture of the mail store; called several times a case.</param>
    public static IReadOnlyList<ConformanceCase> Cases(Func<TicketStoreFixture> tickets, Func<MailStoreFixture> mails)
    {
        ArgumentNullException.ThrowIfNull(tickets);
        ArgumentNullException.ThrowIfNull(mails);
        return [.. ProcessRules.All.Select(rule => rule.ToCase(cancellationToken => Task.FromResult(new DeskTrial(tickets, mails, cancellationToken))))];
    }
}
