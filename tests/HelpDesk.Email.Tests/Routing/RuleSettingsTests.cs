using HelpDesk.Email.Configuration;
using HelpDesk.Email.Routing;

namespace HelpDesk.Email.Tests.Routing;

public sealed class RuleSettingsTests
{
    public static TheoryData<RuleOptions, string> Wrong => new()
    {
        { new RuleOptions { Type = "x" }, "HelpDeskEmail:Rules:r has no condition and would hold for every mail; write one, for instance SubjectContains, or Always: true." },
        { new RuleOptions { SubjectContains = " " }, "HelpDeskEmail:Rules:r:SubjectContains is empty" },
        { new RuleOptions { BodyMatches = "(" }, "HelpDeskEmail:Rules:r:BodyMatches is '('; write a regular expression" },
        { new RuleOptions { BodyMatches = "(a)\\1" }, "HelpDeskEmail:Rules:r:BodyMatches is '(a)\\1'; write it without back-references" },
        { new RuleOptions { FromMatches = "(?=a)" }, "HelpDeskEmail:Rules:r:FromMatches is '(?=a)'; write it without back-references, look-around" },
        { new RuleOptions { HeaderContains = "x" }, "HelpDeskEmail:Rules:r:Header is missing" },
        { new RuleOptions { Header = "X Y" }, "HelpDeskEmail:Rules:r:Header is 'X Y'" },
        { new RuleOptions { Kind = "Human, Cat" }, "HelpDeskEmail:Rules:r:Kind has 'Cat'" },
        { new RuleOptions { Kind = "3" }, "HelpDeskEmail:Rules:r:Kind has '3'" },
        { new RuleOptions { Always = true, Assignee = "bob" }, "HelpDeskEmail:Rules:r:Assignee is 'bob'; write an address" },
        { new RuleOptions { Always = true, Notify = ["a@b.test", "bob"] }, "HelpDeskEmail:Rules:r:Notify:1 is 'bob'" },
        { new RuleOptions { Always = true, Subscribers = [""] }, "HelpDeskEmail:Rules:r:Subscribers:0 is ''" },
        { new RuleOptions { Always = true, Type = "{1}" }, "HelpDeskEmail:Rules:r sets its type to {1}, and its patterns have no such group; write a pattern with a group in parentheses." },
        { new RuleOptions { SubjectMatches = "(a)(?<room>b)", Fields = { ["Room"] = "{rom}" } }, "sets its field Room to {rom}, and its patterns have no such group; write one of {1}, {2}, {room}." },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_rule_that_means_nothing_is_refused_with_its_key(RuleOptions rule, string said)
    {
        var errors = new RuleSettingsCheck().Check(new HelpDeskEmailOptions { Rules = { ["r"] = rule } }).ToList();

        Assert.Contains(said, Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_is_switched_off_may_be_unfinished()
    {
        Assert.Empty(new RuleSettingsCheck().Check(new HelpDeskEmailOptions { Rules = { ["r"] = new RuleOptions { Enabled = false } } }));
    }

    [Fact]
    public void A_type_says_addresses()
    {
        var settings = new HelpDeskEmailOptions { TicketTypes = { ["t"] = new TicketTypeOptions { Assignee = "bob", Notify = ["eve"] } } };

        Assert.Equal(
            ["HelpDeskEmail:TicketTypes:t:Assignee is 'bob'; write an address, for instance ann@example.com.", "HelpDeskEmail:TicketTypes:t:Notify:0 is 'eve'; write an address, for instance ann@example.com."],
            new RuleSettingsCheck().Check(settings));
    }
}
