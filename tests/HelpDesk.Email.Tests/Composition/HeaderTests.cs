using System.Text;
using HelpDesk.Email.Links;
using HelpDesk.Email.Mime;
using HelpDesk.Email.Notifications;

namespace HelpDesk.Email.Tests.Composition;

/// <summary>The header fields of a mail beside who it comes from.</summary>
public sealed class HeaderTests
{
    private static readonly TicketLinkSet Links = new() { View = "https://desk.test/t/7", Unsubscribe = "https://desk.test/u/token" };

    [Fact]
    public async Task A_mail_stands_in_its_conversation()
    {
        await using var desk = await ComposingDesk.StartAsync();

        var mail = await desk.ComposeAsync(ComposingDesk.Update(), desk.Answer());

        Assert.Equal(["<last@example.test>"], mail.InReplyTo);
        Assert.Equal(["<first@example.test>", "<last@example.test>"], mail.References);
    }

    [Fact]
    public async Task Of_a_long_conversation_the_first_and_the_last_mails_are_named_and_no_line_is_too_long()
    {
        await using var desk = await ComposingDesk.StartAsync();
        var ids = Enumerable.Range(0, 500).Select(i => $"<{i}.{new string('x', 700)}@example.test>").ToList();
        var occasion = desk.Answer();

        var row = await desk.RowAsync(ComposingDesk.Update(), occasion with { Cause = occasion.Cause with { References = [.. ids, ids[0]] } });

        var mail = ComposingDesk.Read(row);
        Assert.Equal([ids[0]], mail.InReplyTo);
        Assert.Equal([ids[1], .. ids[^18..], ids[0]], mail.References);
        Assert.All(Encoding.UTF8.GetString(ComposingDesk.Octets(row)).Split("\r\n"), line => Assert.True(line.Length <= 998));
    }

    [Theory]
    [InlineData(OutgoingKind.AutomaticAnswer, "auto-replied")]
    [InlineData(OutgoingKind.Notification, "auto-generated")]
    [InlineData(OutgoingKind.Personal, null)]
    public async Task Mail_that_nobody_wrote_says_so(object kind, string? said)
    {
        await using var desk = await ComposingDesk.StartAsync();

        var row = await desk.RowAsync(ComposingDesk.Update() with { Kind = (OutgoingKind)kind }, desk.Answer());

        var mail = ComposingDesk.Read(row);
        Assert.Equal(said, Header(mail, "Auto-Submitted"));
        Assert.Equal(said is null ? null : "All", Header(mail, "X-Auto-Response-Suppress"));
        Assert.Equal(said is not null, Header(mail, "X-HelpDesk-Email-Loop") is not null);
        Assert.Equal(said == "auto-replied" ? string.Empty : "support@helpdesk.test", row.ReversePath);
        Assert.Equal(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero), mail.Date);
        Assert.Null(Header(mail, "Bcc"));
        Assert.Null(Header(mail, "Disposition-Notification-To"));
        Assert.Equal(row.MessageId, mail.MessageId);
    }

    [Theory]
    [InlineData("true", "Printer [#7]")]
    [InlineData("false", "Printer")]
    [Trait("Feature", "TE-08")]
    public async Task The_tag_of_the_ticket_ends_a_subject_that_lacks_it(string setting, string subject)
    {
        await using var desk = await ComposingDesk.StartAsync(("Composition:AppendSubjectTag", setting));

        Assert.Equal(subject, (await desk.ComposeAsync(ComposingDesk.Update(), desk.Answer())).Subject);
    }

    [Theory]
    [InlineData("[#7] Printer", "[#7] Printer")]
    [InlineData("  \u202Eretnirp\r\nBcc: eve@example.test", "retnirp  Bcc: eve@example.test [#7]")]
    public async Task A_subject_is_one_line_with_the_tag_once(string subject, string sent)
    {
        await using var desk = await ComposingDesk.StartAsync();

        Assert.Equal(sent, (await desk.ComposeAsync(ComposingDesk.Update(), desk.Answer(ComposingDesk.Ticket with { Subject = subject }))).Subject);
    }

    [Fact]
    public async Task A_subject_without_an_end_is_cut_before_the_tag()
    {
        await using var desk = await ComposingDesk.StartAsync();

        var mail = await desk.ComposeAsync(ComposingDesk.Update(), desk.Answer(ComposingDesk.Ticket with { Subject = new string('x', 5000) }));

        Assert.Equal($"{new string('x', 400)}… [#7]", mail.Subject);
    }

    [Fact]
    [Trait("Feature", "NO-13")]
    public async Task A_subscriber_can_leave_by_one_click()
    {
        await using var desk = await ComposingDesk.StartWithLinksAsync(Links, ("Mailboxes:support:SubAddressing", "true"));

        var mail = await desk.ComposeAsync(ComposingDesk.Update(ComposingDesk.Bob), desk.Answer());

        var list = Header(mail, "List-Unsubscribe");
        var signed = Assert.Single(mail.ReplyTo).Address!;
        Assert.Equal($"<https://desk.test/u/token>, <mailto:{signed.Replace("+", "%2B", StringComparison.Ordinal)}?subject=%23unsub%23>", list);
        Assert.Equal("List-Unsubscribe=One-Click", Header(mail, "List-Unsubscribe-Post"));
    }

    [Theory]
    [InlineData("true", "<mailto:support%2B")]
    [InlineData("false", null)]
    [Trait("Feature", "NO-13")]
    public async Task Without_a_page_a_mail_with_the_command_does_where_there_are_commands(string commands, string? start)
    {
        await using var desk = await ComposingDesk.StartAsync(("Mailboxes:support:SubAddressing", "true"), ("Commands:Enabled", commands));

        var mail = await desk.ComposeAsync(ComposingDesk.Update(ComposingDesk.Bob), desk.Answer());

        Assert.Equal(start, Header(mail, "List-Unsubscribe")?[..(start?.Length ?? 0)]);
        Assert.Null(Header(mail, "List-Unsubscribe-Post"));
    }

    [Fact]
    [Trait("Feature", "NO-13")]
    public async Task Who_is_no_subscriber_has_nothing_to_leave()
    {
        await using var desk = await ComposingDesk.StartWithLinksAsync(Links, ("Mailboxes:support:SubAddressing", "true"));

        Assert.Null(Header(await desk.ComposeAsync(ComposingDesk.Update(), desk.Answer()), "List-Unsubscribe"));
    }

    [Fact]
    [Trait("Feature", "NO-13")]
    public async Task A_link_that_is_not_encrypted_is_no_one_click()
    {
        await using var desk = await ComposingDesk.StartWithLinksAsync(Links with { Unsubscribe = "http://desk.test/u/token" });

        var mail = await desk.ComposeAsync(ComposingDesk.Update(ComposingDesk.Bob), desk.Answer());

        Assert.Equal("<http://desk.test/u/token>", Header(mail, "List-Unsubscribe"));
        Assert.Null(Header(mail, "List-Unsubscribe-Post"));
    }

    private static string? Header(MailDocument mail, string name) => mail.Headers.First(name)?.Value;
}
