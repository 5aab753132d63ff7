using HelpDesk.Email.Testing.Conformance;
using HelpDesk.Email.Testing.Conformance.Desks;
using HelpDesk.Email.Testing.Tests.Broken.Desks;
using HelpDesk.Email.Testing.Tests.Broken.Mail;
using HelpDesk.Email.Testing.Tests.Broken.Tickets;

namespace HelpDesk.Email.Testing.Tests.Conformance;

[Trait("Feature", "BE-10")]
[Trait("Feature", "BE-01")]
public sealed class DeskConformanceTests
{
    private static readonly DeskDefect Sound = new("is in order");

    public static TheoryData<string, string> Catches
    {
        get
        {
            var catches = new TheoryData<string, string>();
            foreach (var (defect, rule) in DeskDefects.All.SelectMany(defect => defect.CaughtBy.Select(rule => (defect, rule))))
            {
                catches.Add(defect.Name, rule);
            }

            return catches;
        }
    }

    public static TheoryData<ConformanceCase> InOrder => [.. Cases(Sound)];

    [Theory, MemberData(nameof(Catches), DisableDiscoveryEnumeration = true)]
    public async Task Stores_of_which_one_is_broken_are_caught_by_name(string storesOfWhichOne, string areCaughtBy)
    {
        var defect = DeskDefects.All.Single(each => each.Name == storesOfWhichOne);
        var rule = Cases(defect).Single(each => each.Name == areCaughtBy);
        var caught = await Assert.ThrowsAsync<ConformanceException>(() => rule.RunAsync(TestContext.Current.CancellationToken));
        Assert.Equal(areCaughtBy, caught.CaseName);
        Assert.IsType<ConformanceException>(caught.InnerException);
    }

    [Fact]
    public void Every_rule_catches_a_broken_store() =>
        Assert.Equal(Cases(Sound).Select(rule => rule.Name).Order(), DeskDefects.All.SelectMany(defect => defect.CaughtBy).Distinct().Order());

    [Theory, MemberData(nameof(InOrder), DisableDiscoveryEnumeration = true)]
    public Task Stores_that_are_in_order_pass_through_the_same_hands(ConformanceCase rule) => rule.RunAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_ticket_store_alone_has_a_mail_store_in_memory_beside_it()
    {
        foreach (var rule in DeskConformance.Cases(() => new BrokenTicketStoreFixture(Sound.Tickets)))
        {
            Assert.NotEmpty(rule.Rule);
            await rule.RunAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_finding_says_where_the_process_died_and_what_is_doubled()
    {
        var rule = Cases(DeskDefects.All[0])[0];
        var caught = await Assert.ThrowsAsync<ConformanceException>(() => rule.RunAsync(TestContext.Current.CancellationToken));
        Assert.True(caught.Finding.Contains("after a crash at AfterApply", StringComparison.Ordinal), caught.Finding);
        Assert.Contains("tickets made: 2", caught.Finding, StringComparison.Ordinal);
    }

    private static IReadOnlyList<ConformanceCase> Cases(DeskDefect defect) =>
        DeskConformance.Cases(() => new BrokenTicketStoreFixture(defect.Tickets), () => new BrokenMailStoreFixture(defect.Mails));
}
