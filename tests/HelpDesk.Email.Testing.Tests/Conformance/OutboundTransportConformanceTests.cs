using HelpDesk.Email.Testing.Conformance;
using HelpDesk.Email.Testing.Conformance.Outbound;
using HelpDesk.Email.Testing.Tests.Broken.Outbound;

namespace HelpDesk.Email.Testing.Tests.Conformance;

[Collection(typeof(Alone))]
[Trait("Feature", "BE-10")]
public sealed class OutboundTransportConformanceTests
{
    private static readonly TransportDefect Sound = new("is in order", () => new TransportTampering());

    public static TheoryData<string, string> Catches
    {
        get
        {
            var catches = new TheoryData<string, string>();
            foreach (var (defect, rule) in TransportDefects.All.SelectMany(defect => defect.CaughtBy.Select(rule => (defect, rule))))
            {
                catches.Add(defect.Name, rule);
            }

            return catches;
        }
    }

    public static TheoryData<ConformanceCase> InMemory => [.. Cases(Sound)];

    [Theory(SkipExceptions = [typeof(RuleNotApplicableException)]), MemberData(nameof(InMemory), DisableDiscoveryEnumeration = true)]
    public Task A_transport_in_memory_conforms(ConformanceCase rule) => rule.RunAsync(TestContext.Current.CancellationToken);

    [Theory, MemberData(nameof(Catches), DisableDiscoveryEnumeration = true)]
    public async Task A_broken_transport_is_caught_by_name(string aTransportThat, string isCaughtBy)
    {
        var defect = TransportDefects.All.Single(each => each.Name == aTransportThat);
        var rule = Cases(defect).Single(each => each.Name == isCaughtBy);
        var caught = await Assert.ThrowsAsync<ConformanceException>(() => rule.RunAsync(TestContext.Current.CancellationToken));
        Assert.Equal(isCaughtBy, caught.CaseName);

        // A finding, and not something that broke in the broken transport itself, unless throwing is its defect.
        Assert.True(caught.InnerException is ConformanceException || aTransportThat.StartsWith("throws ", StringComparison.Ordinal), caught.ToString());
    }

    [Fact]
    public void Every_rule_catches_a_broken_transport() =>
        Assert.Equal(
            Cases(Sound).Select(rule => rule.Name).Order(),
            TransportDefects.All.SelectMany(defect => defect.CaughtBy).Distinct().Order());

    [Fact]
    public void Every_rule_has_a_name_of_its_own_and_says_what_to_do()
    {
        var cases = Cases(Sound);
        Assert.Equal(cases.Count, cases.Select(rule => rule.Name).Distinct().Count());
        Assert.All(cases, rule => Assert.NotEmpty(rule.Rule));
    }

    [Fact]
    public async Task A_rule_about_what_the_fixture_lacks_says_that_it_does_not_apply()
    {
        var said = new List<(string Rule, string Member)>();
        foreach (var rule in OutboundTransportConformance.Cases(() => new BareTransportFixture(saysThatFieldsArePrepended: true)))
        {
            try
            {
                await rule.RunAsync(TestContext.Current.CancellationToken);
            }
            catch (RuleNotApplicableException e)
            {
                Assert.Equal(rule.Name, e.CaseName);
                Assert.StartsWith(rule.Name, e.Message, StringComparison.Ordinal);
                said.Add((rule.Name, e.Reason.Split('(', ')')[1]));
            }
        }

        Assert.Equal(
            [
                ("A_large_mail_is_never_in_memory", "HoldsMails"),
                ("One_refused_recipient_fails_no_other", "RejectedRecipient"),
                ("Refused_for_now_is_told_from_refused_for_good", "RejectedRecipient"),
                ("Where_all_are_refused_nothing_is_sent", "RejectedRecipient"),
                ("The_envelope_sender_is_the_reverse_path", "ShowsEnvelope"),
                ("The_null_sender_stays_null", "ShowsEnvelope"),
                ("Another_side_that_is_away_is_told_and_not_thrown", "CanGoAway"),
                ("A_transport_goes_on_when_the_other_side_is_back", "CanGoAway"),
                ("A_check_of_another_side_that_is_away_fails_with_words", "CanGoAway"),
            ],
            said);
    }

    [Fact]
    public async Task Fields_that_servers_put_in_front_are_a_fault_unless_the_fixture_tells_of_them()
    {
        var rule = OutboundTransportConformance.Cases(() => new BareTransportFixture(saysThatFieldsArePrepended: false)).Single(each => each.Name == "Octets_arrive_as_they_were_sent");
        await Assert.ThrowsAsync<ConformanceException>(() => rule.RunAsync(TestContext.Current.CancellationToken));
    }

    private static IReadOnlyList<ConformanceCase> Cases(TransportDefect defect) => OutboundTransportConformance.Cases(() => new BrokenTransportFixture(defect));
}
