using HelpDesk.Email.Testing.Conformance;
using HelpDesk.Email.Testing.Conformance.Knowledge;
using HelpDesk.Email.Testing.Tests.Broken.Knowledge;

namespace HelpDesk.Email.Testing.Tests.Conformance;

[Trait("Feature", "BE-10")]
public sealed class KnowledgeBaseConformanceTests
{
    private static readonly KnowledgeDefect Sound = new("is in order");

    public static TheoryData<string, string> Catches
    {
        get
        {
            var catches = new TheoryData<string, string>();
            foreach (var defect in KnowledgeDefects.All)
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
    public async Task A_broken_knowledge_base_is_caught_by_name(string aKnowledgeBaseThat, string isCaughtBy)
    {
        var defect = KnowledgeDefects.All.Single(each => each.Name == aKnowledgeBaseThat);
        var rule = Cases(defect).Single(each => each.Name == isCaughtBy);
        var caught = await Assert.ThrowsAsync<ConformanceException>(() => rule.RunAsync(TestContext.Current.CancellationToken));
        Assert.Equal(isCaughtBy, caught.CaseName);
    }

    [Fact]
    public void Every_rule_catches_a_broken_knowledge_base() =>
        Assert.Equal(
            Cases(Sound).Select(rule => rule.Name).Order(),
            KnowledgeDefects.All.SelectMany(defect => defect.CaughtBy).Distinct().Order());

    [Fact]
    public async Task A_knowledge_base_that_is_in_order_passes_through_the_same_hands()
    {
        foreach (var rule in Cases(Sound))
        {
            Assert.NotEmpty(rule.Rule);
            await rule.RunAsync(TestContext.Current.CancellationToken);
        }
    }

    private static IReadOnlyList<ConformanceCase> Cases(KnowledgeDefect defect) => KnowledgeBaseConformance.Cases(() => new BrokenKnowledgeBaseFixture(defect));
}
