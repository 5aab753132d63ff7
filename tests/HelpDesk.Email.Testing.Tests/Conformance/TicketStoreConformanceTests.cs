using HelpDesk.Email.Testing.Conformance;
using HelpDesk.Email.Testing.Conformance.Tickets;
using HelpDesk.Email.Testing.Tests.Broken.Tickets;

namespace HelpDesk.Email.Testing.Tests.Conformance;

[Trait("Feature", "BE-10")]
[Collection(typeof(Alone))]
public sealed class TicketStoreConformanceTests
{
    private static readonly TicketDefect Sound = new("is in order", _ => new TicketTampering());

    public static TheoryData<string, string> Catches
    {
        get
        {
            var catches = new TheoryData<string, string>();
            foreach (var defect in TicketDefects.All)
            {
                foreach (var rule in defect.CaughtBy)
                {
                    catches.Add(defect.Name, rule);
                }
            }

            return catches;
        }
    }

    [Theory, MemberData(nameof(Catches), DisableDiscoveryEnumeration = true)]
    public async Task A_broken_store_is_caught_by_name(string aTicketStoreThat, string isCaughtBy)
    {
        var defect = TicketDefects.All.Single(each => each.Name == aTicketStoreThat);
        var rule = Cases(defect).Single(each => each.Name == isCaughtBy);
        var caught = await Assert.ThrowsAsync<ConformanceException>(() => rule.RunAsync(TestContext.Current.CancellationToken));
        Assert.Equal(isCaughtBy, caught.CaseName);

        // A finding, and not something that broke in the broken store itself.
        Assert.IsType<ConformanceException>(caught.InnerException);
    }

    [Fact]
    public void Every_rule_catches_a_broken_store() =>
        Assert.Equal(
            Cases(Sound).Select(rule => rule.Name).Order(),
            TicketDefects.All.SelectMany(defect => defect.CaughtBy).Distinct().Order());

    [Fact]
    public void Every_rule_has_a_name_of_its_own_and_says_what_to_do()
    {
        var cases = Cases(Sound);
        Assert.Equal(cases.Count, cases.Select(rule => rule.Name).Distinct().Count());
        Assert.All(cases, rule => Assert.NotEmpty(rule.Rule));
    }

    public static TheoryData<ConformanceCase> InOrder => [.. Cases(Sound)];

    [Theory, MemberData(nameof(InOrder), DisableDiscoveryEnumeration = true)]
    public Task A_store_that_is_in_order_passes_through_the_same_hands(ConformanceCase rule) => rule.RunAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_finding_names_the_rule_what_was_found_and_what_to_do()
    {
        var defect = TicketDefects.All.Single(each => each.Name == "ignores expected versions");
        var rule = Cases(defect).Single(each => each.Name == "A_change_that_expects_another_version_is_a_conflict_and_changes_nothing");
        var caught = await Assert.ThrowsAsync<ConformanceException>(() => rule.RunAsync(TestContext.Current.CancellationToken));
        Assert.Equal("The status of the result is 'Applied', expected is 'Conflict'.", caught.Finding);
        Assert.Contains(rule.Name, caught.Message, StringComparison.Ordinal);
        Assert.Contains("Compare ExpectedVersion in the transaction that changes the ticket", caught.Message, StringComparison.Ordinal);
        Assert.Contains(caught.Finding, caught.Message, StringComparison.Ordinal);
        Assert.False(caught.IsTransient);
    }

    [Fact]
    public async Task A_cancelled_run_is_cancelled_and_no_finding()
    {
        var rule = Cases(Sound)[0];
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rule.RunAsync(new CancellationToken(canceled: true)));
    }

    private static IReadOnlyList<ConformanceCase> Cases(TicketDefect defect) =>
        TicketStoreConformance.Cases(() => new BrokenTicketStoreFixture(defect));
}
