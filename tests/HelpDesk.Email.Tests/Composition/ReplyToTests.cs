using HelpDesk.Email.Settings;

namespace HelpDesk.Email.Tests.Composition;

/// <summary>Where answers go.</summary>
public sealed class ReplyToTests
{
    [Fact]
    [Trait("Feature", "OU-03")]
    public async Task Answers_go_where_the_mail_comes_from_unless_the_settings_say_so()
    {
        await using var desk = await ComposingDesk.StartAsync();

        Assert.Empty((await desk.ComposeAsync(ComposingDesk.Update(), desk.Answer())).ReplyTo);
    }

    [Theory]
    [InlineData("Mailboxes:support:ReplyTo")]
    [InlineData("Departments:Support:ReplyTo")]
    [InlineData("Brands:acme:ReplyTo")]
    [Trait("Feature", "OU-03")]
    public async Task Mailbox_department_and_brand_may_name_another_address(string key)
    {
        await using var desk = await ComposingDesk.StartAsync(("Departments:Support:Brand", "acme"), ("Brands:acme:Name", "Acme"), (key, "sales@helpdesk.test"));

        var reply = Assert.Single((await desk.ComposeAsync(ComposingDesk.Update(), desk.Answer())).ReplyTo);

        Assert.Equal(("sales@helpdesk.test", "Acme"), (reply.Address, reply.Name));
    }

    [Theory]
    [InlineData("sales@helpdesk.test", false)]
    [InlineData("lost@elsewhere.test", true)]
    [Trait("Feature", "OU-03")]
    public async Task Nobody_reading_it_is_told_in_the_log(string address, bool isTold)
    {
        await using var desk = await ComposingDesk.StartAsync(("Departments:Support:ReplyTo", address));

        var advice = SettingsAdvice.Of(desk.Settings.Options).ToList();

        Assert.Equal(isTold, advice.Any(line => line.StartsWith("HelpDeskEmail:Departments:Support:ReplyTo is 'lost@elsewhere.test', and no mailbox reads it", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(null, "support+")]
    [InlineData("sales@helpdesk.test", "sales+")]
    [Trait("Feature", "OU-03")]
    public async Task A_mailbox_with_sub_addresses_gets_a_signed_one(string? replyTo, string start)
    {
        await using var desk = await ComposingDesk.StartAsync(
            ("Mailboxes:support:SubAddressing", "true"), ("Mailboxes:sales:SubAddressing", "true"), ("Mailboxes:support:ReplyTo", replyTo));

        var reply = Assert.Single((await desk.ComposeAsync(ComposingDesk.Update(), desk.Answer())).ReplyTo);

        Assert.StartsWith(start, reply.Address, StringComparison.Ordinal);
        Assert.EndsWith("@helpdesk.test", reply.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_goes_to_no_address_whose_mailbox_takes_none()
    {
        await using var desk = await ComposingDesk.StartAsync(("Mailboxes:support:SubAddressing", "true"), ("Mailboxes:support:ReplyTo", "sales@helpdesk.test"));

        Assert.Equal("sales@helpdesk.test", Assert.Single((await desk.ComposeAsync(ComposingDesk.Update(), desk.Answer())).ReplyTo).Address);
    }

    [Fact]
    public async Task Answers_to_an_address_that_nobody_reads_go_to_the_mailbox()
    {
        await using var desk = await ComposingDesk.StartAsync(("Outgoing:default:From", "desk@elsewhere.test"), ("Composition:FromMustBeIncoming", "false"));

        Assert.Equal("support@helpdesk.test", Assert.Single((await desk.ComposeAsync(ComposingDesk.Update(), desk.Answer())).ReplyTo).Address);
    }
}
