using HelpDesk.Email.QuickStart.Tests.Journal;
using HelpDesk.Email.QuickStart.Tests.Pages;
using HelpDesk.Email.QuickStart.Tests.Python;
using HelpDesk.Email.QuickStart.Tests.Server;

namespace HelpDesk.Email.QuickStart.Tests.Conversation;

/// <summary>What a mail from outside becomes.</summary>
public sealed class IncomingMailTests(RunningQuickStart quickStart) : IClassFixture<RunningQuickStart>, IDisposable
{
    private const string Words = "Grüße! Der Drucker raucht wieder.";

    private readonly HelpDeskSite _site = new(quickStart.Server);

    [Fact]
    public async Task A_mail_by_smtplib_with_an_attachment_and_a_UTF8_subject_becomes_a_ticket_for_programs_and_people()
    {
        const string Subject = "Drucker räuchert — Ω im 3. Stock 🖨";
        var octets = new byte[70_000];
        new Random(1).NextBytes(octets);

        await PythonMail.SendAsync(quickStart.Server, "Änne Müller <aenne@example.test>", Subject, Words, [("Bericht März.pdf", "application/pdf", octets)]);

        var ticket = await _site.TicketAsync(Subject);
        Assert.Equal("new", ticket.Status);
        Assert.Equal("aenne@example.test", ticket.Requester);
        var entry = Assert.Single(ticket.Entries);
        Assert.Equal("aenne@example.test", entry.Author);
        Assert.Equal(Words, entry.Text);
        var file = Assert.Single(entry.Attachments);
        Assert.Equal("Bericht März.pdf", file.FileName);
        Assert.Equal(octets.Length, file.Size);

        var home = await _site.PageAsync("/");
        var link = home.QuerySelectorAll("a").Single(a => a.GetAttribute("href") == $"/tickets/{ticket.Number}" && a.TextContent == Subject);
        var page = await _site.PageAsync(link.GetAttribute("href")!);
        Assert.Contains(Subject, page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        var shown = Assert.Single(page.QuerySelectorAll(".entry"));
        Assert.Contains("Änne Müller", shown.TextContent, StringComparison.Ordinal);
        Assert.Equal(Words, shown.QuerySelector(".text")!.TextContent);
        Assert.Contains("Bericht März.pdf", shown.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_a_mail_says_what_each_step_decided()
    {
        var ann = new Correspondence(quickStart, _site, "trace@example.test");
        var (ticket, _) = await ann.WriteAsync("Why did this become a ticket?", Words);

        var page = await _site.PageAsync($"/tickets/{ticket.Number}");
        var mail = page.QuerySelectorAll("a").First(a => a.GetAttribute("href")!.StartsWith("/mails/", StringComparison.Ordinal));
        var trace = (await _site.PageAsync(mail.GetAttribute("href")!)).QuerySelectorAll("tr").Select(row => row.TextContent).ToList();

        Assert.Contains(trace, line => line.Contains("Parse", StringComparison.Ordinal));
        Assert.Contains(trace, line => line.Contains("makes a ticket", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_mail_sent_twice_makes_one_ticket()
    {
        const string Subject = "Sent twice by a nervous finger";
        await PythonMail.SendAsync(quickStart.Server, "twice@example.test", Subject, Words, times: 2);
        await _site.TicketAsync(Subject);

        await JournalFile.WorkedOffAsync(quickStart.Folder);

        var ticket = Assert.Single(await _site.TicketsAsync(), ticket => ticket.Subject == Subject);
        Assert.Single(ticket.Entries);
        var home = await _site.PageAsync("/");
        Assert.Contains(home.QuerySelectorAll("tr"), row =>
            row.TextContent.Contains(Subject, StringComparison.Ordinal) && row.TextContent.Contains("Duplicate", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Markup_in_a_mail_is_text_on_the_page()
    {
        const string Markup = "<script>alert(1)</script><b onclick='x()'>&amp;</b>";
        var ann = new Correspondence(quickStart, _site, "markup@example.test");
        var (ticket, _) = await ann.WriteAsync($"Subject with {Markup}", $"Text with {Markup}");

        foreach (var path in new[] { "/", $"/tickets/{ticket.Number}" })
        {
            var page = await _site.PageAsync(path);
            Assert.Contains($"Subject with {Markup}", page.Body!.TextContent, StringComparison.Ordinal);
            Assert.Empty(page.QuerySelectorAll("script, [onclick], img, iframe, link"));
        }
    }

    public void Dispose() => _site.Dispose();
}
