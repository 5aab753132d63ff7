using HelpDesk.Email.Testing.Conformance;
using HelpDesk.Email.Testing.Conformance.Contacts;
using HelpDesk.Email.Testing.Tests.Broken.Contacts;

namespace HelpDesk.Email.Testing.Tests.Conformance;

[Trait("Feature", "BE-10")]
public sealed class ContactDirectoryConformanceTests
{
    private static readonly ContactDefect Sound = new("is in order", _ => new ContactTampering());

    public static TheoryData<string, string> Catches
    {
        get
        {
            var catches = new TheoryData<string, string>();
            foreach (var defect in ContactDefects.All)
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
    public async Task A_broken_contact_directory_is_caught_by_name(string aContactDirectoryThat, string isCaughtBy)
    {
        var defect = ContactDefects.All.Single(each => each.Name == aContactDirectoryThat);
        var rule = Cases(defect).Single(each => each.Name == isCaughtBy);
        var caught = await Assert.ThrowsAsync<ConformanceException>(() => rule.RunAsync(TestContext.Current.CancellationToken));
        Assert.Equal(isCaughtBy, caught.CaseName);
    }

    [Fact]
    public void Every_rule_catches_a_broken_contact_directory() =>
        Assert.Equal(
            Cases(Sound).Select(rule => rule.Name).Order(),
            ContactDefects.All.SelectMany(defect => defect.CaughtBy).Distinct().Order());

    [Fact]
    public async Task A_contact_directory_that_is_in_order_passes_through_the_same_hands()
    {
        foreach (var rule in Cases(Sound))
        {
            Assert.NotEmpty(rule.Rule);
            await rule.RunAsync(TestContext.Current.CancellationToken);
        }
    }

    private static IReadOnlyList<ConformanceCase> Cases(ContactDefect defect) => ContactDirectoryConformance.Cases(() => new BrokenContactDirectoryFixture(defect));
}
