using HelpDesk.Email.Notifications;
using HelpDesk.Email.Templates;
using Microsoft.Extensions.Options;

namespace HelpDesk.Email.Tests.Composition;

/// <summary>Who mail comes from, and by which account it goes.</summary>
public sealed class SenderTests
{
    [Theory]
    [InlineData("Person", "Tina Tech")]
    [InlineData("PersonAndHelpDesk", "Tina Tech (Acme Support)")]
    [InlineData("HelpDesk", "Acme Support")]
    [Trait("Feature", "OU-02")]
    public async Task An_answer_bears_the_name_that_the_account_says(string names, string name)
    {
        await using var desk = await ComposingDesk.StartAsync(("Outgoing:default:AuthorNames", names));

        var mail = await desk.ComposeAsync(ComposingDesk.Update(), desk.Answer());

        Assert.Equal((name, "support@helpdesk.test"), (mail.From[0].Name, mail.From[0].Address));
    }

    [Theory]
    [InlineData("Departments:Support:AuthorNames", "HelpDesk", "Acme Support")]
    [InlineData("Brands:acme:AuthorNames", "PersonAndHelpDesk", "Tina Tech (acme)")]
    [Trait("Feature", "OU-02")]
    public async Task Department_and_brand_may_say_another(string key, string names, string name)
    {
        await using var desk = key.StartsWith("Brands", StringComparison.Ordinal)
            ? await ComposingDesk.StartAsync((key, names), ("Departments:Support:Brand", "acme"))
            : await ComposingDesk.StartAsync((key, names));

        Assert.Equal(name, (await desk.ComposeAsync(ComposingDesk.Update(), desk.Answer())).From[0].Name);
    }

    [Fact]
    [Trait("Feature", "OU-02")]
    public async Task Mail_that_nobody_wrote_bears_the_name_of_the_help_desk()
    {
        await using var desk = await ComposingDesk.StartAsync();

        Assert.Equal("Acme Support", (await desk.ComposeAsync(ComposingDesk.Notice(), desk.Mail())).From[0].Name);
    }

    [Fact]
    [Trait("Feature", "OU-02")]
    public async Task Nobody_who_may_be_somebody_else_lends_their_name()
    {
        await using var desk = await ComposingDesk.StartAsync();

        var mail = await desk.ComposeAsync(ComposingDesk.Notice() with { Kind = OutgoingKind.Personal }, desk.Mail(mayEcho: false));

        Assert.Equal("Acme Support", mail.From[0].Name);
    }

    [Fact]
    [Trait("Feature", "OU-01")]
    public async Task The_account_is_the_departments_else_the_brands_else_the_mailboxs()
    {
        await using var desk = await ComposingDesk.StartAsync(
            ("Brands:shop:Name", "The Shop"),
            ("Brands:shop:Account", "shop"),
            ("Brands:shop:From", "sales@helpdesk.test"),
            ("Departments:Sales:Brand", "shop"),
            ("Departments:Returns:Brand", "shop"),
            ("Departments:Returns:Account", "default"));

        var plain = await desk.RowAsync(ComposingDesk.Update(), desk.Answer());
        var sales = await desk.RowAsync(ComposingDesk.Update(), desk.Answer(ComposingDesk.Ticket with { Department = "Sales" }));
        var returns = await desk.RowAsync(ComposingDesk.Update(), desk.Answer(ComposingDesk.Ticket with { Department = "Returns" }));

        Assert.Equal(["default", "shop", "default"], [plain.Account, sales.Account, returns.Account]);
        Assert.Equal(["support@helpdesk.test", "sales@helpdesk.test", "sales@helpdesk.test"], [plain.ReversePath, sales.ReversePath, returns.ReversePath]);
        Assert.Equal("The Shop", desk.Renderer.At("helpDesk.brand"));
    }

    [Fact]
    [Trait("Feature", "OU-01")]
    public async Task Mail_about_no_ticket_goes_by_the_brand_of_the_mailbox()
    {
        await using var desk = await ComposingDesk.StartAsync(("Brands:shop:Account", "shop"), ("Departments:Support:Brand", "shop"));

        var row = await desk.RowAsync(
            new PlannedMail(TemplateNames.RejectedByPolicy, ComposingDesk.Ann, OutgoingKind.AutomaticAnswer, "the mail was refused"),
            new Occasion(desk.Mail().Cause, desk.Settings));

        Assert.Equal(("shop", string.Empty), (row.Account, row.ReversePath));
        Assert.Equal("shop", ComposingDesk.Read(row).From[0].Name);
    }

    [Theory]
    [InlineData("Outgoing:default:From")]
    [InlineData("Departments:Support:From")]
    [InlineData("Brands:acme:From")]
    [Trait("Feature", "OU-05")]
    public async Task An_address_that_no_mailbox_reads_is_refused_by_its_key(string key)
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync((key, "desk@elsewhere.test")));

        Assert.Contains(
            $"HelpDeskEmail:{key} is 'desk@elsewhere.test', and no mailbox reads it; write the address or an alias of a mailbox, or set HelpDeskEmail:Composition:FromMustBeIncoming to false.",
            error.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("help@helpdesk.test", "true")]
    [InlineData("SALES@helpdesk.test", "true")]
    [InlineData("desk@elsewhere.test", "false")]
    [Trait("Feature", "OU-05")]
    public async Task An_alias_will_do_and_any_address_where_that_is_switched_off(string from, string rule)
    {
        await using var desk = await ComposingDesk.StartAsync(
            ("Mailboxes:support:Aliases:0", "help@helpdesk.test"), ("Outgoing:default:From", from), ("Composition:FromMustBeIncoming", rule));

        Assert.Equal(from, (await desk.ComposeAsync(ComposingDesk.Update(), desk.Answer())).From[0].Address);
    }

    [Fact]
    [Trait("Feature", "OU-05")]
    public async Task A_mailbox_that_is_gone_by_now_leaves_a_failed_row_that_names_the_key()
    {
        await using var desk = await ComposingDesk.StartAsync(("Outgoing:default:From", "sales@helpdesk.test"));
        var occasion = desk.Answer();
        var without = occasion with { Settings = occasion.Settings with { Mailboxes = occasion.Settings.Mailboxes.Where(mailbox => mailbox.Key != "sales").ToDictionary() } };

        var row = await desk.RowAsync(ComposingDesk.Update(), without);

        Assert.StartsWith("HelpDeskEmail:Outgoing:default:From is 'sales@helpdesk.test', and no mailbox reads it", row.Failure, StringComparison.Ordinal);
        Assert.Null(row.Content);
    }

    private static async Task StartAsync((string Key, string? Value) setting)
    {
        await using var desk = await ComposingDesk.StartAsync(setting);
    }
}
