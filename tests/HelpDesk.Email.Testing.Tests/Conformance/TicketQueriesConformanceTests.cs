using HelpDesk.Email.Testing.Conformance;
using HelpDesk.Email.Testing.Conformance.Tickets;
using HelpDesk.Email.Testing.Tests.Broken.Tickets;

namespace HelpDesk.Email.Testing.Tests.Conformance;

[Trait("Feature", "BE-10")]
public sealed class TicketQueriesConformanceTests
{
    private static readonly TicketDefect Sound = new("is in order", _ => new TicketTampering());

    public static TheoryData<string, string> Catches
    {
        get
        {
            var catches = new TheoryData<string, string>();
            foreach (var (defect, rule) in QueryDefects.All.SelectMany(defect => defect.CaughtBy.Select(rule => (defect, rule))))
            {
                catches.Add(defect.Name, rule);
            }

            return catches;
        }
    }

    [Theory, MemberData(nameof(Catches), DisableDiscoveryEnumeration = true)]
    public async Task A_broken_store_is_caught_by_name(string aTicketStoreThat, string isCaughtBy)
    {
        var defect = QueryDefects.All.Single(each => each.Name == aTicketStoreThat);
        var rule = Cases(defect).Single(each => each.Name == isCaughtBy);
        var caught = await Assert.ThrowsAsync<ConformanceException>(() => rule.RunAsync(TestContext.Current.CancellationToken));
        Assert.Equal(isCaughtBy, caught.CaseName);
        Assert.IsType<ConformanceException>(caught.InnerException);
    }

    [Fact]
    public void Every_rule_catches_a_broken_store() =>
        Assert.Equal(Cases(Sound).Select(rule => rule.Name).Order(), QueryDefects.All.SelectMany(defect => defect.CaughtBy).Distinct().Order());

    [Fact]
    public async Task A_store_that_is_in_order_passes_through_the_same_hands()
    {
        foreach (var rule in Cases(Sound))
        {
            Assert.NotEmpty(rule.Rule);
            await rule.RunAsync(TestContext.Current.CancellationToken);
        }
    }

    private static IReadOnlyList<ConformanceCase> Cases(TicketDefect defect) => TicketQueriesConformance.Cases(() => new BrokenTicketStoreFixture(defect));
}
