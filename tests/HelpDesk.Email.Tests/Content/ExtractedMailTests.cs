using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Tests.Content;

/// <summary>What of a mail comes into the ticket, through the whole engine.</summary>
public sealed class ExtractedMailTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Feature", "FI-10")]
    public async Task A_file_of_a_refused_kind_is_left_out_and_named_below_the_text()
    {
        await using var desk = await HelpDeskHarness.StartAsync(options => options.Settings["Limits:AttachmentDeny:0"] = ".exe", Token);

        var entry = await EntryOfAsync(desk, """
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain

            It does not start.
            --b
            Content-Type: application/octet-stream; name="setup.exe"
            Content-Disposition: attachment; filename="setup.exe"

            hello
            --b
            Content-Type: text/plain; name="log.txt"
            Content-Disposition: attachment; filename="log.txt"

            error
            --b--
            """);

        Assert.Equal("It does not start.\n\n[The file setup.exe was not added: files of this kind are not accepted (application/octet-stream).]", entry.Text);
        Assert.Equal("log.txt", Assert.Single(entry.Attachments).FileName);
    }

    [Fact]
    [Trait("Feature", "CO-13")]
    public async Task The_entry_has_safe_html_of_the_reply_with_the_pictures_of_the_mail_named()
    {
        await using var desk = await HelpDeskHarness.StartAsync(_ => { }, Token);

        var entry = await EntryOfAsync(desk, """
            Content-Type: multipart/related; boundary=b

            --b
            Content-Type: text/html

            <p onclick="x()">It says <img src="cid:shot@a"> and <img src="cid:none@a"> and <img src="http://example.test/x.png"></p><script>x()</script><div class="gmail_quote">old</div>
            --b
            Content-Type: image/png; name="shot.png"
            Content-ID: <shot@a>
            Content-Transfer-Encoding: base64

            iVBORw0KGgo=
            --b--
            """);

        Assert.Equal("It says and and", entry.Text);
        Assert.Equal("<p>It says <img data-cid=\"shot@a\" src=\"cid:shot@a\"> and <img data-cid=\"none@a\"> and <img data-remote-src=\"http://example.test/x.png\"></p>", entry.Html);
        Assert.True(Assert.Single(entry.Attachments).IsInline);
    }

    [Fact]
    [Trait("Feature", "CO-13")]
    public async Task Files_are_stored_with_the_entry_under_safe_names()
    {
        await using var desk = await HelpDeskHarness.StartAsync(_ => { }, Token);

        var entry = await EntryOfAsync(desk, """
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain

            See the files.
            --b
            Content-Type: text/plain; name="../../etc/passwd.txt"
            Content-Disposition: attachment; filename="../../etc/passwd.txt"

            one
            --b
            Content-Type: text/plain
            Content-Disposition: attachment; filename="CON.txt"

            two
            --b--
            """);

        Assert.Equal(["passwd.txt", "_CON.txt"], entry.Attachments.Select(file => file.FileName));
        Assert.All(entry.Attachments, file => Assert.Equal(3, file.Size));
    }

    private static async Task<TicketEntry> EntryOfAsync(HelpDeskHarness desk, string body)
    {
        var delivery = await desk.DeliverAsync(HarnessMail.Of($"From: ann@example.test\nTo: support@helpdesk.test\nSubject: Program\nMessage-ID: <{Guid.NewGuid():N}@example.test>\nMIME-Version: 1.0\n{body}\n"), Token);
        Assert.Equal(JournalOutcome.Created, delivery.Outcome);
        return Assert.Single(await desk.Tickets.EntriesAsync(delivery.Ticket!, Token).ToListAsync(Token));
    }
}
