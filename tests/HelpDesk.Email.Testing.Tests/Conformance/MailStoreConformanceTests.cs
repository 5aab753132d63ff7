using HelpDesk.Email.Testing.Conformance;
using HelpDesk.Email.Testing.Conformance.Mail;
using HelpDesk.Email.Testing.Tests.Broken.Mail;

namespace HelpDesk.Email.Testing.Tests.Conformance;

[Trait("Feature", "BE-10")]
[Collection(typeof(Alone))]
public sealed class MailStoreConformanceTests
{
    private static readonly MailDefect Sound = new("is in order", _ => new MailTampering());

    public static TheoryData<string, string> Catches
    {
        get
        {
            var catches = new TheoryData<string, string>();
            foreach (var defect in MailDefects.All)
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
    public async Task A_broken_store_is_caught_by_name(string aMailStoreThat, string isCaughtBy)
    {
        var defect = MailDefects.All.Single(each => each.Name == aMailStoreThat);
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
            MailDefects.All.SelectMany(defect => defect.CaughtBy).Distinct().Order());

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
    public async Task A_finding_about_a_row_shows_the_fields_that_differ_alone()
    {
        var defect = MailDefects.All.Single(each => each.Name == "forgets the decision with a release");
        var rule = Cases(defect).Single(each => each.Name == "A_release_keeps_the_state_and_what_was_committed");
        var caught = await Assert.ThrowsAsync<ConformanceException>(() => rule.RunAsync(TestContext.Current.CancellationToken));
        Assert.Equal(
            "The row is 'state: Received; conflicts: 1; decision: -', expected is 'state: Decided; conflicts: 0; decision: {\"decided\":1}'.",
            caught.Finding);
    }

    private static IReadOnlyList<ConformanceCase> Cases(MailDefect defect) =>
        MailStoreConformance.Cases(() => new BrokenMailStoreFixture(defect));
}
