using HelpDesk.Email.QuickStart.Tests.Journal;
using HelpDesk.Email.QuickStart.Tests.Pages;
using HelpDesk.Email.QuickStart.Tests.Server;
using HelpDesk.Email.QuickStart.Tests.Smtp;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.QuickStart.Tests.Garbage;

/// <summary>Garbage does no harm: it gets an answer and a row with its reason, and the next mail flows.</summary>
public sealed class GarbageTests(RunningQuickStart quickStart) : IClassFixture<RunningQuickStart>, IDisposable
{
    private const string Sender = "garbage@example.test";

    private readonly HelpDeskSite _site = new(quickStart.Server);

    public static TheoryData<string> Garbage => [.. GarbageMails.Names];

    [Theory]
    [MemberData(nameof(Garbage))]
    public async Task Garbage_is_taken_becomes_a_row_with_its_reason_and_the_next_mail_flows(string name)
    {
        using var conversation = await SmtpConversation.OpenAsync(quickStart.Server.SmtpPort);
        var answer = await conversation.SendAsync(Sender, GarbageMails.Make(name));

        Assert.Equal(250, answer.Code);
        await NextMailFlowsAsync(conversation);
        await using var journal = new JournalFile(quickStart.Folder);
        var (row, trace) = await journal.FinishedAsync(answer.Row);
        Assert.NotEqual(JournalOutcome.None, row.Outcome);
        Assert.Equal(1, row.Attempts);
        Assert.Contains(trace, line => line.Reason.Length > 0);
        Assert.DoesNotContain(trace, line => line.Verdict == "failed");
        var page = await _site.PageAsync($"/mails/{row.Id}");
        Assert.Contains(trace[^1].Step, page.Body!.TextContent, StringComparison.Ordinal);
        if (row.Ticket is { } ticket)
        {
            await _site.PageAsync($"/tickets/{ticket}");
        }

        await _site.PageAsync("/");
    }

    [Fact]
    public async Task A_mail_of_30_MB_is_refused_with_552_and_a_line_in_the_log_and_makes_no_row()
    {
        var octets = new byte[30_000_000];
        Array.Fill(octets, (byte)'x');
        "From: garbage@example.test\r\n\r\n"u8.CopyTo(octets);
        for (var i = 100; i < octets.Length; i += 78)
        {
            "\r\n"u8.CopyTo(octets.AsSpan(i - 2));
        }

        await using var journal = new JournalFile(quickStart.Folder);
        var before = (await journal.RowsAsync()).Count;
        using (var conversation = await SmtpConversation.OpenAsync(quickStart.Server.SmtpPort))
        {
            Assert.Equal(552, (await conversation.SendAsync(Sender, octets)).Code);
            await Eventually.BecomesTrueAsync(() => quickStart.Server.CountLines("a mail was answered 552") == 1, "the line in the log");
            await NextMailFlowsAsync(conversation);
        }

        Assert.Equal(before + 1, (await journal.RowsAsync()).Count);
    }

    [Fact]
    public async Task A_mail_that_is_announced_with_30_MB_is_refused_before_it_is_sent()
    {
        using var conversation = await SmtpConversation.OpenAsync(quickStart.Server.SmtpPort);
        Assert.Equal(552, (await conversation.SayAsync($"MAIL FROM:<{Sender}> SIZE=30000000")).Code);
        await Eventually.BecomesTrueAsync(() => quickStart.Server.CountLines("was answered 552, no row was written") == 1, "the line in the log");
        await NextMailFlowsAsync(conversation);
    }

    [Fact]
    public async Task A_client_that_goes_away_in_the_middle_of_a_mail_leaves_no_row_behind()
    {
        await using var journal = new JournalFile(quickStart.Folder);
        var before = (await journal.RowsAsync()).Count;
        using (var conversation = await SmtpConversation.OpenAsync(quickStart.Server.SmtpPort))
        {
            await conversation.BeginDataAsync(Sender);
        }

        using var next = await SmtpConversation.OpenAsync(quickStart.Server.SmtpPort);
        await NextMailFlowsAsync(next);
        Assert.Equal(before + 1, (await journal.RowsAsync()).Count);
    }

    [Fact]
    public async Task Nothing_is_relayed()
    {
        using var conversation = await SmtpConversation.OpenAsync(quickStart.Server.SmtpPort);
        Assert.Equal(250, (await conversation.SayAsync($"MAIL FROM:<{Sender}>")).Code);
        Assert.Equal(550, (await conversation.SayAsync("RCPT TO:<somebody@elsewhere.test>")).Code);
        Assert.InRange((await conversation.SayAsync("DATA")).Code, 500, 599);
        Assert.Equal(250, (await conversation.SayAsync("RSET")).Code);
        await NextMailFlowsAsync(conversation);
    }

    public void Dispose() => _site.Dispose();

    private async Task NextMailFlowsAsync(SmtpConversation conversation)
    {
        var mail = new PlainMail(Sender, $"The next mail {Guid.NewGuid():N}", "Flows.");
        Assert.Equal(250, (await conversation.SendAsync(Sender, mail.ToOctets())).Code);
        var ticket = await _site.TicketAsync(mail.Subject);
        Assert.Equal("Flows.", Assert.Single(ticket.Entries).Text);
    }
}
