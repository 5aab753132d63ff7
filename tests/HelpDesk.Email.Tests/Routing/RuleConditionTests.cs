using HelpDesk.Email.Testing.Harness;

namespace HelpDesk.Email.Tests.Routing;

public sealed class RuleConditionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, bool> Conditions => new()
    {
        { "FromContains", "EXAMPLE.test", true },
        { "FromContains", "ann x", true },
        { "FromContains", "elsewhere", false },
        { "FromMatches", "<ann@(example|sample)\\.test>$", true },
        { "ToContains", "desk@partner.test", true },
        { "ToMatches", "^support@", true },
        { "ToContains", "ann@example.test", false },
        { "SubjectContains", "on fire", true },
        { "SubjectContains", "drowned", false },
        { "SubjectMatches", "^printer \\d+ ", true },
        { "SubjectMatches", "^\\d+", false },
        { "BodyContains", "thick black smoke", true },
        { "BodyMatches", "^room: *\\w+$", true },
        { "BodyMatches", "^room: *\\d+$", false },
        { "Header", "x-priority", true },
        { "Header", "X-Nothing", false },
        { "HasAttachment", "false", true },
        { "HasAttachment", "true", false },
        { "Kind", "Human", true },
        { "Kind", "AutoReply, outOfOffice", false },
        { "Always", "true", true },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    [Trait("Feature", "CO-08")]
    public async Task A_rule_holds_when_its_condition_does(string key, string value, bool holds)
    {
        await using var desk = await RuleDesk.StartAsync(Token, ($"Rules:fire:{key}", value), ("Rules:fire:Type", "Incident"));

        var ticket = await desk.TicketOfAsync(Fire(), Token);

        Assert.Equal(holds ? "Incident" : null, ticket.Type);
    }

    [Theory]
    [InlineData("HeaderContains", "1 (high", true)]
    [InlineData("HeaderMatches", "^1 ", true)]
    [InlineData("HeaderMatches", "^2 ", false)]
    public async Task A_condition_on_a_header_field_looks_at_the_field_that_is_named(string key, string value, bool holds)
    {
        await using var desk = await RuleDesk.StartAsync(Token, ("Rules:fire:Header", "X-Priority"), ($"Rules:fire:{key}", value), ("Rules:fire:Type", "Incident"));

        Assert.Equal(holds ? "Incident" : null, (await desk.TicketOfAsync(Fire(), Token)).Type);
    }

    [Fact]
    public async Task All_conditions_have_to_hold()
    {
        await using var desk = await RuleDesk.StartAsync(
            Token, ("Rules:fire:SubjectContains", "fire"), ("Rules:fire:BodyContains", "water"), ("Rules:fire:Type", "Incident"));

        Assert.Null((await desk.TicketOfAsync(Fire(), Token)).Type);
    }

    [Fact]
    public async Task A_file_is_an_attachment()
    {
        await using var desk = await RuleDesk.StartAsync(Token, ("Rules:files:HasAttachment", "true"), ("Rules:files:Type", "Document"));
        var mail = HarnessMail.Of(
            "From: ann@example.test\nTo: support@helpdesk.test\nSubject: Invoice\nMessage-ID: <f@example.test>\nMIME-Version: 1.0\n"
            + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nHere.\n"
            + "--b\nContent-Type: text/csv\nContent-Disposition: attachment; filename=a.csv\n\n1,2\n--b--\n");

        Assert.Equal("Document", (await desk.TicketOfAsync(mail, Token)).Type);
    }

    private static HarnessMail Fire() => HarnessMail.Of(
        "From: Ann X <ann@example.test>\nTo: support@helpdesk.test\nCc: desk@partner.test\nSubject: Printer 7 is on fire\nX-Priority: 1 (Highest)\n"
        + "Message-ID: <fire@example.test>\n\nThere is thick black smoke.\nRoom: B7\n");
}
