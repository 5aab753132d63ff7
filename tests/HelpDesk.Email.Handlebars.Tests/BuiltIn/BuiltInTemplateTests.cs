using System.Globalization;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Handlebars.Tests.BuiltIn;

public sealed class BuiltInTemplateTests
{
    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var template in TemplateNames.All)
            {
                all.Add(template, "en");
                all.Add(template, "de");
            }

            return all;
        }
    }

    public static TheoryData<string, string> OfTickets => new(
        from template in new[]
        {
            TemplateNames.TicketReceived, TemplateNames.TicketCreated, TemplateNames.TicketCreatedRequester, TemplateNames.TicketUpdated, TemplateNames.TicketClosed,
            TemplateNames.TicketReopened, TemplateNames.TicketAssigned, TemplateNames.TicketMoved,
            TemplateNames.RejectedByLock, TemplateNames.RejectedByRequirements, TemplateNames.RejectedByPolicy,
        }
        from culture in new[] { "en", "de" }
        select new TheoryDataRow<string, string>(template, culture));

    [Theory]
    [MemberData(nameof(OfTickets))]
    public async Task Every_subject_bears_the_tag(string template, string culture) =>
        Assert.EndsWith(" [#1000]", (await RenderAsync(template, culture)).Subject);

    [Theory]
    [MemberData(nameof(OfTickets))]
    public async Task Every_template_shows_the_entry_in_text_and_html(string template, string culture)
    {
        var mail = await RenderAsync(template, culture);
        Assert.Contains("First line\nSecond <line>", mail.Text);
        Assert.Contains("First line<br>\nSecond &lt;line&gt;", mail.Html);
    }

    [Theory]
    [InlineData(TemplateNames.TicketReceived, "en")]
    [InlineData(TemplateNames.TicketReceived, "de")]
    [InlineData(TemplateNames.TicketUpdated, "en")]
    [InlineData(TemplateNames.TicketUpdated, "de")]
    public async Task What_may_be_answered_starts_with_the_delimiter_line(string template, string culture)
    {
        var mail = await RenderAsync(template, culture);
        Assert.StartsWith("-- Please reply above this line --\n\n", mail.Text);
        Assert.Contains(">-- Please reply above this line --</p>", mail.Html);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task No_template_loads_anything_or_leaves_a_brace(string template, string culture)
    {
        var mail = await RenderAsync(template, culture);
        foreach (var word in new[] { "src=", "url(", "<link", "<script", "@import", "<iframe", "<form" })
        {
            Assert.DoesNotContain(word, mail.Html, StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain("{{", mail.Subject + mail.Text + mail.Html);
    }

    [Theory]
    [InlineData(TemplateNames.RejectedByRequirements, "en", "only by people whom the help desk knows")]
    [InlineData(TemplateNames.RejectedByRequirements, "de", "nur Personen, die dem Help Desk dafür bekannt sind")]
    [InlineData(TemplateNames.RejectedByPolicy, "en", "takes no new tickets by mail")]
    [InlineData(TemplateNames.RejectedByPolicy, "de", "nimmt neue Tickets nicht per E-Mail an")]
    public async Task A_refusal_needs_no_ticket_and_says_why(string template, string culture, string why)
    {
        // As the engine gives it for a sender whose own words must not stand in the answer.
        var model = new Dictionary<string, object?>
        {
            ["ticket"] = new Dictionary<string, object?> { ["number"] = null, ["subject"] = "Your message", ["url"] = null },
            ["tag"] = string.Empty,
            ["author"] = new Dictionary<string, object?> { ["name"] = null, ["address"] = "ann@example.test" },
            ["helpDesk"] = new Dictionary<string, object?> { ["name"] = "Help Desk", ["address"] = "support@helpdesk.test" },
            ["body"] = string.Empty,
            ["bodyHtml"] = null,
        };
        var mail = (await Renderers.BuiltIn().RenderAsync(template, model, CultureInfo.GetCultureInfo(culture), CancellationToken.None))!;
        Assert.Equal("Re: Your message", mail.Subject.Trim());
        Assert.Contains(why, mail.Text);
        Assert.Contains(why, System.Net.WebUtility.HtmlDecode(mail.Html));
        Assert.DoesNotContain("ann@example.test", mail.Text);
    }

    [Fact]
    public async Task An_update_is_a_reply_with_what_was_said_before()
    {
        var mail = await RenderAsync(TemplateNames.TicketUpdated, "en-US");
        Assert.Equal("Re: Printer is on fire [#1000]", mail.Subject);
        Assert.Equal(
            """
            -- Please reply above this line --

            Tom Tech wrote on Saturday, November 21, 2026 10:05 AM (+01:00):

            First line
            Second <line>

            Your ticket: https://helpdesk.test/tickets/1000

            Help Desk

            Earlier messages

            ann@example.test, Friday, November 20, 2026 9:00 AM (+00:00):
            It still burns

            """.ReplaceLineEndings("\n"),
            mail.Text.Replace('\u202f', ' '));
        Assert.Contains("<div><p>It <b>still</b> burns</p></div>", mail.Html);
    }

    [Fact]
    public async Task An_acknowledgement_repeats_the_subject_as_it_was()
    {
        var mail = await RenderAsync(TemplateNames.TicketReceived, "en-US");
        Assert.Equal("Printer is on fire [#1000]", mail.Subject);
        Assert.Contains("Hello Ann Example,\n\nwe have received your message; its number is 1000.", mail.Text);
        Assert.Contains("<a href=\"https://helpdesk.test/tickets/1000\" style=\"color:#ffffff;text-decoration:none;font-weight:600;\">View your ticket</a>", mail.Html);
    }

    private static async Task<RenderedMail> RenderAsync(string template, string culture) =>
        (await Renderers.BuiltIn().RenderAsync(template, Renderers.Model(), CultureInfo.GetCultureInfo(culture), CancellationToken.None))!;
}
