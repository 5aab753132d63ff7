namespace HelpDesk.Email.Cli.Tests.Explain;

/// <summary>The settings of a host count for <c>explain</c> too.</summary>
public sealed class ExplainSettingsTests
{
    private const string Mail =
        """
        From: ann@example.test
        Subject: Ticket#77 and #88
        Message-ID: <1@mail.helpdesk.test>

        New.

        -- Please write above this line --
        Old.
        """;

    [Fact]
    public async Task Prefix_delimiters_and_own_hosts_are_the_settings()
    {
        using var folder = new TestFolder();
        var settings = folder.Write("appsettings.json",
            """
            {
              // Comments stand in such files.
              "Logging": {},
              "HelpDeskEmail": {
                "Mailboxes": { "support": { "Address": "support@helpdesk.test", "Kind": "Imap" } },
                "Correlation": { "SubjectTagPrefix": "Ticket#" },
                "ReplyParsing": { "Delimiters": [ "-- Please write above this line --" ] },
                "OwnHosts": [ "mail.helpdesk.test" ],
              }
            }
            """);

        var run = await Tool.RunAsync("explain", folder.Mail("a.eml", Mail), "--settings", settings);

        Assert.Equal(0, run.Code);
        Assert.Equal(["77"], run.Line.Texts("subjectTags"));
        Assert.Equal("New.", run.Line.Text("reply"));
        Assert.Equal("loop", run.Line.GetProperty("classification").Text("kind"));
    }

    [Fact]
    public async Task Without_settings_the_prefix_is_the_number_sign()
    {
        using var folder = new TestFolder();

        var run = await Tool.RunAsync("explain", folder.Mail("a.eml", Mail));

        Assert.Equal(["88"], run.Line.Texts("subjectTags"));
    }

    [Theory]
    [InlineData("{}", "HelpDeskEmail")]
    [InlineData("[]", "object")]
    [InlineData("{", "JSON")]
    [InlineData("""{ "HelpDeskEmail": { "ReplyParsing": { "CutSignatures": "perhaps" } } }""", "CutSignatures")]
    [InlineData("""{ "HelpDeskEmail": { "AutomaticMail": "Eat" } }""", "AutomaticMail")]
    [InlineData("""{ "HelpDeskEmail": { "AutomaticMail": "Accept", "AutomaticMail": "Ignore" } }""", "AutomaticMail")]
    public async Task Settings_that_can_not_be_read_are_wrong_usage_and_the_message_says_what(string json, string word)
    {
        using var folder = new TestFolder();

        var run = await Tool.RunAsync("explain", folder.Mail("a.eml", Mail), "--settings", folder.Write("s.json", json));

        Assert.Equal(2, run.Code);
        Assert.Contains(word, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }

    [Fact]
    public async Task An_empty_section_is_the_defaults()
    {
        using var folder = new TestFolder();

        var run = await Tool.RunAsync("explain", folder.Mail("a.eml", Mail), "--settings", folder.Write("s.json", """{ "HelpDeskEmail": {} }"""));

        Assert.Equal(0, run.Code);
        Assert.Equal(["88"], run.Line.Texts("subjectTags"));
    }
}
