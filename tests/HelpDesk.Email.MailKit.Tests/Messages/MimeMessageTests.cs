using System.Text;
using HelpDesk.Email.InMemory;
using HelpDesk.Email.MailKit.Messages;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace HelpDesk.Email.MailKit.Tests.Messages;

/// <summary>MimeKit's messages and our octets, from one to the other.</summary>
public sealed class MimeMessageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_becomes_a_mail_for_everybody_that_it_names_and_Bcc_stays_secret()
    {
        using var message = Message();
        message.Bcc.Add(new MailboxAddress("Boss", "boss@example.test"));

        var mail = await message.ToOutboundMailAsync(reversePath: null, Token);

        Assert.Equal(["ann@example.test", "ben@example.test", "boss@example.test"], mail.Recipients);
        Assert.Equal("support@helpdesk.test", mail.ReversePath);
        Assert.Equal($"<{message.MessageId}>", mail.MessageId);
        Assert.False(mail.NeedsSmtpUtf8);
        var text = Text(mail.Content);
        Assert.DoesNotContain("boss", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Message-Id: " + mail.MessageId, text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(text.Count(c => c == '\n'), text.Split("\r\n").Length - 1);
    }

    [Fact]
    public async Task An_address_beyond_ASCII_asks_for_SMTPUTF8()
    {
        using var message = Message();
        message.To.Add(new MailboxAddress("Jörg", "jörg@example.test"));

        var mail = await message.ToOutboundMailAsync(string.Empty, Token);

        Assert.True(mail.NeedsSmtpUtf8);
        Assert.Empty(mail.ReversePath);
        Assert.Contains("jörg@example.test", mail.Recipients);
    }

    [Fact]
    public async Task A_message_for_nobody_is_refused()
    {
        using var message = Message();
        message.To.Clear();
        message.Cc.Clear();

        await Assert.ThrowsAsync<ArgumentException>(async () => await message.ToOutboundMailAsync(null, Token));
    }

    [Fact]
    public async Task A_row_for_the_outbox_has_what_the_message_says()
    {
        var at = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        using var message = Message();

        var row = await message.ToOutboxEntryAsync(at, Token);

        Assert.Equal(("Grüße", at, "support@helpdesk.test"), (row.Subject, row.NotBefore, row.ReversePath));
        Assert.Equal(["ann@example.test", "ben@example.test"], row.Recipients);
        using var read = await row.Content!.ToMimeMessageAsync(Token);
        Assert.Equal("Grüße", read.Subject);
        Assert.Equal("Guten Tag", read.TextBody!.Trim());
    }

    [Fact]
    public async Task The_mail_of_a_journal_entry_is_read_as_a_message()
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddHelpDeskEmail(new ConfigurationBuilder().AddInMemoryCollection([new("HelpDeskEmail:Mailboxes:support:Address", "support@helpdesk.test")]).Build().GetSection("HelpDeskEmail"), mail => mail.UseInMemoryStores())
            .BuildServiceProvider();
        var store = services.GetRequiredService<IMailStore>();
        await store.JoinAsync("one", Token);
        using var message = Message();
        using var request = (await message.ToIntakeRequestAsync(["support"], Token)).Content;

        var rows = await services.GetRequiredService<IMailIntake>().AcceptAsync(new IntakeRequest(["support"], request), Token);
        using var read = await store.Journal.OpenMimeMessageAsync(rows[0], Token);

        Assert.Equal("Grüße", read!.Subject);
        Assert.Null(await store.Journal.OpenMimeMessageAsync(rows[0] + 1000, Token));
    }

    [Fact]
    public async Task A_large_message_goes_to_a_file()
    {
        using var message = Message();
        message.Body = new TextPart("plain") { Text = string.Concat(Enumerable.Repeat("A line of some length.\r\n", 100_000)) };

        using var content = await message.ToMailContentAsync(Token);

        Assert.False(content.TryGetMemory(out _));
        using var read = await content.ToMimeMessageAsync(Token);
        Assert.Equal(message.TextBody, read.TextBody);
    }

    private static MimeMessage Message()
    {
        var message = new MimeMessage { Subject = "Grüße", Body = new TextPart("plain") { Text = "Guten Tag\n" } };
        message.From.Add(new MailboxAddress("Support", "support@helpdesk.test"));
        message.To.Add(new MailboxAddress("Ann", "ann@example.test"));
        message.Cc.Add(new GroupAddress("friends", [new MailboxAddress("Ben", "ben@example.test"), new MailboxAddress("Ann", "ANN@example.test")]));
        return message;
    }

    private static string Text(MailContent content)
    {
        using var reader = new StreamReader(content.OpenRead(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
