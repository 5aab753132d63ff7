using HelpDesk.Email.Testing.Conformance;
using HelpDesk.Email.Testing.Conformance.Mailboxes;
using HelpDesk.Email.Testing.Tests.Broken.Mailboxes;

namespace HelpDesk.Email.Testing.Tests.Conformance;

[Trait("Feature", "BE-10")]
[Collection(typeof(Alone))]
public sealed class MailboxSourceConformanceTests
{
    private static readonly MailboxDefect Sound = new("is in order", _ => new MailboxTampering());

    public static TheoryData<string, string> Catches
    {
        get
        {
            var catches = new TheoryData<string, string>();
            foreach (var (defect, rule) in MailboxDefects.All.SelectMany(defect => defect.CaughtBy.Select(rule => (defect, rule))))
            {
                catches.Add(defect.Name, rule);
            }

            return catches;
        }
    }

    public static TheoryData<ConformanceCase> InMemory => [.. Cases(Sound)];

    [Theory, MemberData(nameof(InMemory), DisableDiscoveryEnumeration = true)]
    public Task A_mailbox_in_memory_conforms(ConformanceCase rule) => rule.RunAsync(TestContext.Current.CancellationToken);

    [Theory, MemberData(nameof(Catches), DisableDiscoveryEnumeration = true)]
    public async Task A_broken_source_is_caught_by_name(string aMailboxSourceThat, string isCaughtBy)
    {
        var defect = MailboxDefects.All.Single(each => each.Name == aMailboxSourceThat);
        var rule = Cases(defect).Single(each => each.Name == isCaughtBy);
        var caught = await Assert.ThrowsAsync<ConformanceException>(() => rule.RunAsync(TestContext.Current.CancellationToken));
        Assert.Equal(isCaughtBy, caught.CaseName);

        // A finding, and not something that broke in the broken source itself.
        Assert.IsType<ConformanceException>(caught.InnerException);
    }

    [Fact]
    public void Every_rule_catches_a_broken_source() =>
        Assert.Equal(
            Cases(Sound).Select(rule => rule.Name).Order(),
            MailboxDefects.All.SelectMany(defect => defect.CaughtBy).Distinct().Order());

    [Fact]
    public void Every_rule_has_a_name_of_its_own_and_says_what_to_do()
    {
        var cases = Cases(Sound);
        Assert.Equal(cases.Count, cases.Select(rule => rule.Name).Distinct().Count());
        Assert.All(cases, rule => Assert.NotEmpty(rule.Rule));
    }

    private static IReadOnlyList<ConformanceCase> Cases(MailboxDefect defect) => MailboxSourceConformance.Cases(() => new BrokenMailboxFixture(defect));
}
