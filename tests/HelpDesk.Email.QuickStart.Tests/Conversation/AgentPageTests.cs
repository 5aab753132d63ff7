using System.Net;
using HelpDesk.Email.QuickStart.Tests.Journal;
using HelpDesk.Email.QuickStart.Tests.Pages;
using HelpDesk.Email.QuickStart.Tests.Python;
using HelpDesk.Email.QuickStart.Tests.Server;

namespace HelpDesk.Email.QuickStart.Tests.Conversation;

/// <summary>What people do on the page.</summary>
public sealed class AgentPageTests(RunningQuickStart quickStart) : IClassFixture<RunningQuickStart>, IDisposable
{
    private const string Answer = "We bring a new one.\n\nUntil then: please öffnen the window, and use <b>no</b> water.";

    private readonly HelpDeskSite _site = new(quickStart.Server);

    [Fact]
    public async Task An_agents_answer_arrives_as_a_mail_that_threads_and_the_reply_to_it_comes_back_to_the_ticket()
    {
        var ann = new Correspondence(quickStart, _site, "ann@example.test");
        var (ticket, messageId) = await ann.WriteAsync("Please help", "It smokes.");
        var form = await _site.FormAsync($"/tickets/{ticket.Number}", $"/tickets/{ticket.Number}/replies");

        Assert.Equal(HttpStatusCode.Redirect, await _site.SubmitAsync(form.With("text", Answer)));

        var (path, mail) = await ann.AnswerToAsync(messageId, mail => mail.Header("Auto-Submitted").Length == 0);
        Assert.Equal(["support@helpdesk.test"], mail.From);
        Assert.Contains(messageId, mail.Header("References").Split(' '));
        Assert.StartsWith("Re: Please help", mail.Subject, StringComparison.Ordinal);
        Assert.Contains($"[#{ticket.Number}]", mail.Subject, StringComparison.Ordinal);
        Assert.Contains(Answer, mail.Text, StringComparison.Ordinal);
        var html = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(mail.Html!);
        Assert.Contains("We bring a new one.", html.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("please öffnen the window, and use <b>no</b> water.", html.Body.TextContent, StringComparison.Ordinal);

        await PythonMail.ReplyAsync(quickStart.Server, path, ann.Address, "Thank you!");

        // The list of tickets and their entries are read one after the other: a status may be older than the entries beside it.
        var after = await _site.TicketAsync(t => t.Number == ticket.Number && t.Entries.Count == 3 && t.Status == "open", "the third entry, and the ticket open again");
        Assert.Equal(["It smokes.", Answer, "Thank you!"], after.Entries.Select(entry => entry.Text));
        Assert.Equal([ann.Address, "tina@helpdesk.test", ann.Address], after.Entries.Select(entry => entry.Author));
    }

    [Fact]
    public async Task An_answer_whose_form_was_sent_twice_is_one_entry_and_one_mail()
    {
        var ann = new Correspondence(quickStart, _site, "twice@example.test");
        var (ticket, messageId) = await ann.WriteAsync("Answered by a double click", "It smokes.");
        var form = (await _site.FormAsync($"/tickets/{ticket.Number}", $"/tickets/{ticket.Number}/replies")).With("text", "One answer.");

        await Task.WhenAll(_site.SubmitAsync(form), _site.SubmitAsync(form));

        await ann.AnswerToAsync(messageId, mail => mail.Header("Auto-Submitted").Length == 0);
        await using var journal = new JournalFile(quickStart.Folder);
        await journal.IsQuietAsync(Eventually.Guard);
        Assert.Equal(2, (await _site.TicketAsync(ticket.Subject)).Entries.Count);
        Assert.Equal(2, (await journal.OutboxAsync()).Count(mail => mail.Ticket == ticket.Number));
    }

    [Fact]
    public async Task A_mail_written_on_the_page_becomes_one_ticket_also_when_its_form_is_sent_twice()
    {
        var form = (await _site.FormAsync("/", "/mails"))
            .With("from", "page@example.test")
            .With("subject", "Written on the page: ä\r\nBcc: everybody@example.test")
            .With("text", "No mail program at hand.\n.\nAnd a dot.");

        Assert.Equal(HttpStatusCode.Redirect, await _site.SubmitAsync(form));
        Assert.Equal(HttpStatusCode.Redirect, await _site.SubmitAsync(form));

        await JournalFile.WorkedOffAsync(quickStart.Folder);
        var ticket = Assert.Single(await _site.TicketsAsync(), ticket => ticket.Requester == "page@example.test");
        Assert.StartsWith("Written on the page: ä", ticket.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', ticket.Subject);
        Assert.Equal("No mail program at hand.\n.\nAnd a dot.", Assert.Single(ticket.Entries).Text);
    }

    [Theory]
    [InlineData("not an address", "Subject", "Text")]
    [InlineData("ann@example.test\r\nBcc: bob@example.test", "Subject", "Text")]
    [InlineData("", "Subject", "Text")]
    public async Task A_mail_from_nobody_is_refused_with_words(string from, string subject, string text)
    {
        var form = (await _site.FormAsync("/", "/mails")).With("from", from).With("subject", subject).With("text", text);
        Assert.Equal(HttpStatusCode.BadRequest, await _site.SubmitAsync(form));
    }

    [Fact]
    public async Task A_form_of_a_foreign_page_is_refused()
    {
        var form = (await _site.FormAsync("/", "/mails")).With("from", "csrf@example.test").With("subject", "Forged").With("text", "Forged");

        Assert.Equal(HttpStatusCode.Forbidden, await _site.SubmitAsync(form, origin: "http://evil.example"));
        Assert.Equal(HttpStatusCode.Forbidden, await _site.SubmitAsync(form, origin: "null"));

        await JournalFile.WorkedOffAsync(quickStart.Folder);
        Assert.DoesNotContain(await _site.TicketsAsync(), ticket => ticket.Requester == "csrf@example.test");
    }

    public void Dispose() => _site.Dispose();
}
