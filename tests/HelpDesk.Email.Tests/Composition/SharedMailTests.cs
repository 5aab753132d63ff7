using System.Text;
using HelpDesk.Email.Links;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Notifications;
using HelpDesk.Email.Tokens;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Tests.Composition;

/// <summary>One mail to all: nothing in it is one person's own.</summary>
public sealed class SharedMailTests
{
    private static readonly EmailAddress Carla = EmailAddress.Create("carla@example.test", "Carla");

    private static readonly TicketLinkSet Links = new()
    {
        View = "https://desk.test/t/7",
        Autologin = "https://desk.test/login/secret",
        Unsubscribe = "https://desk.test/u/secret",
        Rating = new RatingLinks(null, "https://desk.test/good/secret", "https://desk.test/ok/secret", "https://desk.test/bad/secret"),
    };

    private static PlannedMail ToAll => ComposingDesk.Update() with
    {
        Others = [ComposingDesk.Bob, Carla, ComposingDesk.Bob],
        Audience = NotificationAudience.Requester,
        Event = NotificationEvent.Closed,
    };

    [Theory]
    [InlineData("To", "ann@example.test bob@example.test carla@example.test", "")]
    [InlineData("Cc", "ann@example.test", "bob@example.test carla@example.test")]
    [Trait("Feature", "NO-10")]
    public async Task All_stand_in_the_header_and_in_one_envelope(string setting, string to, string cc)
    {
        await using var desk = await ComposingDesk.StartAsync(("Notifications:OneMailToAll", setting));

        var row = await desk.RowAsync(ToAll, desk.Answer());

        var mail = ComposingDesk.Read(row);
        Assert.Equal(to, string.Join(' ', mail.To.Select(box => box.Address)));
        Assert.Equal(cc, string.Join(' ', mail.Cc.Select(box => box.Address)));
        Assert.Equal(["ann@example.test", "bob@example.test", "carla@example.test"], row.Recipients);
    }

    [Fact]
    [Trait("Feature", "NO-10")]
    public async Task No_link_logs_in_or_rates_and_no_reply_address_is_signed()
    {
        await using var desk = await ComposingDesk.StartWithLinksAsync(Links, ("Mailboxes:support:SubAddressing", "true"));

        var alone = await desk.ComposeAsync(ToAll with { Others = [] }, desk.Answer());
        Assert.NotNull(desk.Renderer.At("links.rating"));
        Assert.Equal("https://desk.test/login/secret", desk.Renderer.At("links.autologin"));
        Assert.NotEmpty(alone.ReplyTo);

        var row = await desk.RowAsync(ToAll, desk.Answer());
        Assert.Null(desk.Renderer.At("links.rating"));
        Assert.Null(desk.Renderer.At("links.autologin"));
        Assert.Null(desk.Renderer.At("links.unsubscribe"));
        Assert.Null(desk.Renderer.At("recipient"));
        Assert.Empty(ComposingDesk.Read(row).ReplyTo);
        Assert.DoesNotContain("secret", Encoding.UTF8.GetString(ComposingDesk.Octets(row)), StringComparison.Ordinal);
        Assert.DoesNotContain("List-Unsubscribe", Encoding.UTF8.GetString(ComposingDesk.Octets(row)), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Feature", "NO-10")]
    public async Task Its_Message_ID_names_the_ticket_and_proves_none_of_them()
    {
        await using var desk = await ComposingDesk.StartAsync();
        var row = await desk.RowAsync(ToAll, desk.Answer());

        var token = await desk.Desk.Services.GetRequiredService<SignedMessageIds>().VerifyAsync(row.MessageId, TestContext.Current.CancellationToken);

        Assert.Equal("7", token!.Ticket);
        var tokens = desk.Desk.Services.GetRequiredService<TicketTokens>();
        foreach (var person in ToAll.Others.Append(ToAll.Recipient))
        {
            Assert.False(await tokens.IsForAsync(token, person, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    [Trait("Feature", "NO-10")]
    public async Task One_mail_each_is_how_it_is_without_the_setting()
    {
        await using var desk = await ComposingDesk.StartAsync();

        var row = await desk.RowAsync(ComposingDesk.Update(), desk.Answer());

        Assert.Equal(["ann@example.test"], row.Recipients);
        var text = Encoding.UTF8.GetString(ComposingDesk.Octets(row));
        Assert.DoesNotContain("bob@example.test", text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Feature", "NO-10")]
    public async Task CVE_2022_46168_customers_are_not_told_who_else_reads_along()
    {
        await using var desk = await ComposingDesk.StartAsync();

        await desk.RowAsync(ComposingDesk.Update(), desk.Answer());
        Assert.Empty(desk.Renderer.List("subscribers"));
        Assert.Single(desk.Renderer.List("recipients"));

        await desk.RowAsync(ComposingDesk.Notice(), desk.Mail());
        Assert.Equal("bob@example.test", Assert.Single(desk.Renderer.List("subscribers"))["address"]);
    }

    [Fact]
    public async Task CVE_2022_39052_many_recipients_are_one_envelope_and_a_model_that_ends()
    {
        await using var desk = await ComposingDesk.StartAsync();
        var many = Enumerable.Range(0, 2000).Select(i => EmailAddress.Create($"p{i}@example.test")).ToList();

        var row = await desk.RowAsync(ToAll with { Others = many }, desk.Answer(ComposingDesk.Ticket with { Subscribers = many }));

        Assert.Equal(2001, row.Recipients.Count);
        Assert.Equal(100, desk.Renderer.List("recipients").Count);
    }
}
