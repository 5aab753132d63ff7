using System.Globalization;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Handlebars.Tests.Masks;

/// <summary>Every mask writes its value, in text and in HTML.</summary>
public sealed class MaskTests
{
    [Theory]
    [Trait("Feature", "TE-03")]
    [InlineData("auto-close", "Subject", "Printer & \"fax\" <on> fire")]
    [InlineData("auto-close", "TicketNumber", "1234")]
    [InlineData("community-digest", "COMMUNITYACTIVITYLIST", "A new question: https://desk.test/threads/6\nWhy does it burn?")]
    [InlineData("community-digest", "DATE", "21 November 2026")]
    [InlineData("community-digest", "TIME", "10:05")]
    [InlineData("community-digest", "COMPANY", "Acme Support")]
    [InlineData("community-digest", "PORTALURL", "https://desk.test/community")]
    [InlineData("community-comment", "SUBJECT", "Printer & \"fax\" <on> fire")]
    [InlineData("community-comment", "COMMENTUSERNAME", "carla")]
    [InlineData("community-comment", "COMMENTTEXT", "I had that too.")]
    [InlineData("community-comment", "THREADURL", "https://desk.test/threads/5")]
    [InlineData("community-comment", "PORTALURL", "https://desk.test/community")]
    [InlineData("rejected-by-lock", "EMAIL", "ann@example.test")]
    [InlineData("rejected-by-policy", "SUBJECT", "Printer & \"fax\" <on> fire")]
    [InlineData("rejected-by-requirements", "DATE", "21 November 2026")]
    [InlineData("rejected-by-requirements", "TIME", "10:05")]
    [InlineData("forgot-login", "COMPANY", "Acme Support")]
    [InlineData("forgot-login", "SITEURL", "https://desk.test/login")]
    [InlineData("forgot-login", "PASSWORD", "s3cret")]
    [InlineData("forgot-login", "USERNAME", "ann.login")]
    [InlineData("survey", "CustomerName", "Ann Example")]
    [InlineData("survey", "CustomerUsername", "ann.user")]
    [InlineData("survey", "Subject", "Printer & \"fax\" <on> fire")]
    [InlineData("survey", "SurveyUrl", "https://desk.test/survey/9")]
    [InlineData("survey", "TicketNumber", "1234")]
    [InlineData("ticket-list", "TicketList", "1234 Printer (open, 20 November 2026): https://desk.test/tickets/1234\n1200 Mouse (closed, 1 October 2026)")]
    [InlineData("verify-address", "BrandName", "Acme")]
    [InlineData("verify-address", "EMAIL", "ann@example.test")]
    [InlineData("verify-address", "FullName", "Ann Example")]
    [InlineData("verify-address", "LINK", "https://desk.test/verify/7")]
    [InlineData("ticket-received", "View This Ticket Online", "https://desk.test/l/view-1")]
    [InlineData("ticket-received", "ArticleList", "Put out a printer: https://desk.test/kb/1\nFirst of all, keep calm.\n\nOrder toner: https://desk.test/kb/2\nToner is ordered by mail.")]
    public void A_mask_in_percent_signs_is_replaced(string template, string name, string value)
    {
        var required = template switch { "forgot-login" => " [%PASSWORD%]", "verify-address" => " [%LINK%]", _ => string.Empty };
        var mail = Preview($"{template}.txt", $"<[%{name}%]>{required}");
        Assert.StartsWith($"<{value}>", mail.Text);
        if (!name.Contains(' ', StringComparison.Ordinal))
        {
            Assert.StartsWith($"<{value}>", Preview($"{template}.txt", $"<{{{{{name}}}}}>{required}").Text);
        }
    }

    [Theory]
    [Trait("Feature", "TE-04")]
    [InlineData("What_Happened", "The ticket was updated by Tom Tech, who has looked at the printer and wrote quite a lot about what he found in there")]
    [InlineData("What_Happened_Short", "The ticket was updated by Tom Tech")]
    [InlineData("Category", "Hardware")]
    [InlineData("Subject", "Printer & \"fax\" <on> fire")]
    [InlineData("From", "Ann Example")]
    [InlineData("FromEmail", "ann@example.test")]
    [InlineData("FirstName", "Ann")]
    [InlineData("LastName", "Example")]
    [InlineData("Originator", "Tom Tech")]
    [InlineData("Priority", "high")]
    [InlineData("Status", "open")]
    [InlineData("Body", "Please try again now.\nIt should <print> & whistle.")]
    [InlineData("URL", "https://desk.test/l/view-1")]
    [InlineData("Recipients", "Ann Example, Bob Builder")]
    [InlineData("2Recent_messages", "Ann Example, 19 November 2026\nMessage 1\n\nAnn Example, 18 November 2026\nMessage 2")]
    [InlineData("Most_recent_message", "Ann Example, 19 November 2026\nMessage 1")]
    [InlineData("Custom_Fields", "Room: B 204")]
    [InlineData("CF_17", "B 204")]
    [InlineData("CF_18", "4711")]
    [InlineData("CF_99", "")]
    [InlineData("Company", "Ann Inc")]
    [InlineData("Department", "Department of Ann")]
    [InlineData("Location", "Room of Ann")]
    [InlineData("Attachments", "photo.jpg (1.2 MB): https://desk.test/files/photo.jpg\nlog.txt (3 kB): https://desk.test/files/log.txt")]
    [InlineData("TicketID", "1234")]
    [InlineData("Technician", "Tina Tech")]
    [InlineData("TechnicianEmail", "tina@example.test")]
    [InlineData("Date", "20 November 2026, 09:00")]
    [InlineData("DueDate", "24 November 2026")]
    [InlineData("TimeSpent", "1:30 h")]
    [InlineData("Via", "mail")]
    [InlineData("Recent_Attachments", "manual.pdf (700 kB): https://desk.test/files/manual.pdf")]
    [InlineData("Suggested_KB_articles", "Put out a printer: https://desk.test/kb/1\nFirst of all, keep calm.\n\nOrder toner: https://desk.test/kb/2\nToner is ordered by mail.")]
    [InlineData("Subscribers", "Bob Builder, Tom Tech")]
    [InlineData("NonTechSubscribers", "Bob Builder")]
    [InlineData("RatingLinks", "Were we any good?\nGood: https://desk.test/r/3\nOK: https://desk.test/r/2\nBad: https://desk.test/r/1")]
    [InlineData("RatingLinks(Well, \"how\" was it?)", "Well, \"how\" was it?\nGood: https://desk.test/r/3\nOK: https://desk.test/r/2\nBad: https://desk.test/r/1")]
    [InlineData("Unsubscribe", "https://desk.test/l/unsub-1")]
    [InlineData("subject", "Printer & \"fax\" <on> fire")]
    [InlineData("Favourite", "blue")]
    public void A_mask_in_hash_signs_is_replaced(string name, string value)
    {
        Assert.Equal($"<{value}>", Preview("mine.txt", $"<#{name}#>").Text.TrimEnd('\n'));
        Assert.Equal($"<{value}>", Preview("mine.txt", $"<[%{name}%]>").Text.TrimEnd('\n'));
    }

    [Fact]
    [Trait("Feature", "TE-04")]
    public void Recent_messages_are_five_where_no_number_says_else()
    {
        Assert.Contains("Message 5", Preview("mine.txt", "#Recent_messages#").Text);
        Assert.DoesNotContain("Message 6", Preview("mine.txt", "#Recent_messages#").Text);
        Assert.Contains("Message 7", Preview("mine.txt", "#7Recent_messages#").Text);
    }

    [Fact]
    [Trait("Feature", "TE-04")]
    public void What_happened_is_cut_at_a_hundred_characters()
    {
        var model = new Dictionary<string, object?> { ["event"] = new Dictionary<string, object?> { ["text"] = new string('a', 99) + "\U0001F600b" } };
        Assert.Equal(new string('a', 99), TemplatePreview.Render(new TemplateDraft("mine.txt", "#What_Happened_Short#"), model, CultureInfo.InvariantCulture)!.Text.TrimEnd('\n'));
    }

    [Fact]
    [Trait("Feature", "TE-05")]
    public void The_welcome_mail_has_masks_without_a_second_sign()
    {
        var mail = Preview("contact-welcome.html", "<p>#username, #password;#username#password <a href=\"#URL\">#URL</a></p>");
        Assert.Contains("<p>new.ann, pa&lt;ss&amp;word;new.annpa&lt;ss&amp;word <a href=\"https://desk.test/login\">https://desk.test/login</a></p>", mail.Html);
        Assert.Equal("new.ann, pa<ss&word;new.annpa<ss&word https://desk.test/login\n", mail.Text);
    }

    [Fact]
    [Trait("Feature", "TE-05")]
    public void Elsewhere_they_are_words()
    {
        Assert.Equal("#username and #URL\n", Preview("ticket-updated.txt", "#username and #URL").Text);
        Assert.Equal("#username\n", TemplatePreview.Render(new TemplateDraft("mine.txt", "#username"), Models.AlmostEmpty(), CultureInfo.InvariantCulture)!.Text);
        Assert.Equal("new.ann\n", Preview("mine.txt", "#username").Text);
    }

    [Theory]
    [InlineData("#123 and #123# and #fff; a#b# #a")]
    [InlineData("Write #close# or #tech# in the subject. It's #1. C# and F#!")]
    [InlineData("50 [% off %] 10")]
    public void What_only_looks_like_a_mask_stays(string text) =>
        Assert.Equal(text.Replace("a#b#", "a#b#", StringComparison.Ordinal), Escaped(text));

    [Fact]
    public void Colours_anchors_and_entities_of_html_are_no_masks()
    {
        const string html = "<p style=\"color:#fff;border:1px solid #abc\"><a href=\"#top\">&#39;a&#39; &#x27; \\#Subject\\# \\#Subject#</a></p>";
        Assert.Contains(html.Replace("\\#Subject#", "#Subject#", StringComparison.Ordinal), Preview("mine.html", html).Html);
    }

    [Fact]
    public void Values_are_encoded_in_html_and_addresses_are_links()
    {
        var html = Preview("mine.html", "<p title=\"#Subject#\">#Subject#</p><a href=\"#URL#\">#URL#</a> #URL# #Unsubscribe# #Recent_Attachments# #1Recent_messages#<br>#RatingLinks(A &amp; B?)#").Html!;
        Assert.Contains("<p title=\"Printer &amp; &quot;fax&quot; &lt;on&gt; fire\">Printer &amp; &quot;fax&quot; &lt;on&gt; fire</p>", html);
        Assert.Contains("<a href=\"https://desk.test/l/view-1\">https://desk.test/l/view-1</a> <a href=\"https://desk.test/l/view-1\">https://desk.test/l/view-1</a> ", html);
        Assert.Contains("<a href=\"https://desk.test/l/unsub-1\">Unsubscribe</a> <a href=\"https://desk.test/files/manual.pdf\">manual.pdf</a> (700 kB) ", html);
        Assert.Contains("Ann Example, 19 November 2026<div style=\"margin:4px 0 12px 0;\"><p>Message <i>1</i></p></div><br>", html);
        Assert.Contains("A &amp; B?<br>\n<a href=\"https://desk.test/r/3\">Good</a> &nbsp; <a href", html);
    }

    [Fact]
    public void A_value_of_the_very_name_goes_first()
    {
        var model = new Dictionary<string, object?>
        {
            ["Subject"] = "mine", ["ticket"] = new Dictionary<string, object?> { ["subject"] = "theirs" }, ["Recent_messages"] = new[] { "one", "two" }, ["CF_5"] = "five", ["URL"] = "javascript:alert(1)",
        };
        var mail = TemplatePreview.Render(new TemplateDraft("mine.html", "<p>#Subject# [%Subject%] {{Subject}} #1Recent_messages# #CF_5# <a href=\"#URL#\">x</a></p>"), model, CultureInfo.InvariantCulture)!;
        Assert.Contains("<p>mine mine mine one five <a href=\"\">x</a></p>", mail.Html);
    }

    [Fact]
    [Trait("Feature", "TE-10")]
    public void Unknown_names_are_told_all_at_once_with_line_and_column()
    {
        var refusal = Assert.Throws<TemplateException>(() => Preview("mine.txt", "a\n  #Wrong# [%Wronger%]\n{{ticket.nummer}} {{#if nothing}}x{{/if}}"));
        Assert.Equal(
            """
            Template 'mine', line 2, column 3: there is no variable #Wrong#.
            Template 'mine', line 2, column 11: there is no variable [%Wronger%].
            Template 'mine', line 3, column 1: there is no variable {{ticket.nummer}}.
            Template 'mine', line 3, column 19: there is no variable {{nothing}}.
            """.ReplaceLineEndings("\n"),
            refusal.Message);
        Assert.Equal((2, 3), (refusal.Line, refusal.Column));
    }

    private static string Escaped(string text) => Preview("mine.txt", text.Replace("#b#", "\\#b#", StringComparison.Ordinal).Replace("[% off", "\\[% off", StringComparison.Ordinal)).Text.TrimEnd('\n');

    private static RenderedMail Preview(string file, string content) =>
        TemplatePreview.Render(new TemplateDraft(file, content), Models.Full(), CultureInfo.GetCultureInfo("en"))!;
}
