using System.Text;
using HelpDesk.Email.Testing.Harness;

namespace HelpDesk.Email.Tests.Reading;

/// <summary>The encoding that is meant where a mail names none, and the one that answers are written in.</summary>
public sealed class DefaultCharsetTests
{
    private static readonly Encoding Polish = CodePagesEncodingProvider.Instance.GetEncoding("iso-8859-2")!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [Trait("Feature", "IN-13")]
    [InlineData("iso-8859-2", "Żółw pływa", "Zażółć gęślą jaźń.")]
    [InlineData(null, "¯ó³w p³ywa", "Za¿ó³æ gê¶l± ja¼ñ.")]
    public async Task A_mail_that_names_no_charset_is_read_in_that_of_its_mailbox(string? charset, string subject, string text)
    {
        await using var desk = await DeskAsync(("Mailboxes:support:DefaultCharset", charset));
        var octets = Polish.GetBytes("From: ann@example.test\nTo: support@helpdesk.test\nSubject: Żółw pływa\nMessage-ID: <1@example.test>\n\nZażółć gęślą jaźń.\n");

        var delivery = await desk.DeliverAsync(new HarnessMail(octets), Token);

        var ticket = Assert.Single(await desk.Tickets.ListAsync(10, Token).ToListAsync(Token));
        Assert.Equal((subject, subject), (ticket.Subject, delivery.Row.Facts.Subject));
        Assert.Equal(text, (await desk.Tickets.EntriesAsync(ticket.Number, Token).FirstAsync(Token)).Text.TrimEnd());
    }

    [Fact]
    [Trait("Feature", "IN-13")]
    public async Task A_mail_that_names_its_charset_or_is_UTF_8_is_read_in_that()
    {
        await using var desk = await DeskAsync(("Mailboxes:support:DefaultCharset", "iso-8859-2"));

        await desk.DeliverAsync(Mails.From("ann@example.test", "Printer", "Grüße"), Token);

        var ticket = Assert.Single(await desk.Tickets.ListAsync(10, Token).ToListAsync(Token));
        Assert.Equal("Grüße", (await desk.Tickets.EntriesAsync(ticket.Number, Token).FirstAsync(Token)).Text.TrimEnd());
    }

    [Theory]
    [Trait("Feature", "IN-13")]
    [InlineData(null, "Gr\u00fc\u00dfe", "utf-8")]
    [InlineData("iso-8859-2", "Gr\u00fc\u00dfe", "iso-8859-2")]
    [InlineData("iso-8859-2", "\u6982\u8981", "utf-8")]
    public async Task What_goes_out_is_UTF_8_unless_another_charset_is_set_that_can_hold_it(string? charset, string text, string written)
    {
        await using var desk = await DeskAsync(("Mailboxes:support:OutgoingCharset", charset));
        await desk.DeliverAsync(Mails.From("ann@example.test", "Printer", "It smokes."), Token);
        var ticket = Assert.Single(await desk.Tickets.ListAsync(10, Token).ToListAsync(Token));

        await desk.Mailer.ReplyAsync(new Email.Mailing.AgentReply(Guid.NewGuid(), ticket.Number, Email.Messages.EmailAddress.Create("tech@helpdesk.test"), text), Token);
        await desk.SettleAsync(Token);

        Assert.Contains($"charset={written}", desk.Transport.Sent[^1].Text.Replace("\"", string.Empty, StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }

    private static Task<HelpDeskHarness> DeskAsync(params (string Key, string? Value)[] settings) => HelpDeskHarness.StartAsync(
        options =>
        {
            options.Settings["Mailboxes:support:Address"] = "support@helpdesk.test";
            options.Settings["Outgoing:default:Kind"] = "Memory";
            foreach (var (key, value) in settings.Where(setting => setting.Value is not null))
            {
                options.Settings[key] = value;
            }
        },
        Token);
}
