using HelpDesk.Email.Messages;
using HelpDesk.Email.Outbox;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;

namespace HelpDesk.Email.Tests.Outbox;

/// <summary>Who has an address beyond ASCII is answered, by a server that takes it; nobody else's mail needs such a server.</summary>
public sealed class InternationalAddressTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("dörte@example.test", "Dörte", true)]
    [InlineData("ann@münchen.test", "Ann", true)]
    [InlineData("doerte@example.test", "Dörte", false)]
    public async Task An_answer_needs_SMTPUTF8_only_where_an_address_does(string address, string name, bool isNeeded)
    {
        await using var desk = await HelpDeskHarness.StartAsync(options => options.Settings["AutomaticAnswers:Delay"] = "0", Token);
        var needs = new List<bool>();
        desk.Transport.Answer = mail =>
        {
            needs.Add(mail.NeedsSmtpUtf8);
            return null;
        };

        var delivery = await desk.DeliverAsync(
            HarnessMail.Of($"From: {name} <{address}>\nTo: support@helpdesk.test\nSubject: Küche\nMessage-ID: <1@example.test>\n\nÄpfel.\n"), Token);

        var answer = Assert.Single(delivery.Outbox);
        Assert.Equal((OutboxState.Sent, null), (answer.State, answer.LastError));
        Assert.Equal(address, Assert.Single(answer.Recipients).Address);
        Assert.Equal([isNeeded], needs);
    }

    [Theory]
    [InlineData("Subject: Kuche\r\n\r\nÄpfel", false)]
    [InlineData("Subject: Kuche\n\nÄpfel", false)]
    [InlineData("To: ä@example.test\r\n\r\nApfel", true)]
    [InlineData("To: ä@example.test", true)]
    [InlineData("", false)]
    public async Task Only_the_header_counts(string mail, bool isIn)
    {
        using var content = MailContent.FromOctets(System.Text.Encoding.UTF8.GetBytes(mail));

        Assert.Equal(isIn, await Utf8Header.IsInAsync(content, Token));
    }

    [Theory]
    [InlineData(4090)]
    [InlineData(4093)]
    [InlineData(4094)]
    [InlineData(20_000)]
    public async Task The_end_of_the_header_is_found_across_windows(int length)
    {
        var header = $"Subject: {new string('x', length - 9)}";
        using var content = MailContent.FromOctets(System.Text.Encoding.UTF8.GetBytes($"{header}\r\n\r\nÄpfel"));

        Assert.False(await Utf8Header.IsInAsync(content, Token));
    }
}
