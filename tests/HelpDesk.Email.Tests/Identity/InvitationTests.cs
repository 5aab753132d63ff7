using HelpDesk.Email.Contacts;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Testing.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Tests.Identity;

[Trait("Feature", "FI-11")]
public sealed class InvitationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_writes_for_the_first_time_is_invited_and_welcomed_once()
    {
        await using var desk = await StartAsync();

        var first = await desk.DeliverAsync(Mails.From("Ann <ann@example.test>", "Printer", "It smokes."), Token);
        var second = await desk.DeliverAsync(Mails.From("Ann <ann@example.test>", "Scanner", "It smokes, too."), Token);

        Assert.Equal(["contact-welcome", "ticket-received"], first.Outbox.Select(mail => mail.Template).Order());
        Assert.Equal(["ticket-received"], second.Outbox.Select(mail => mail.Template));
        Assert.Equal(["ann@example.test"], Invited(desk));
    }

    [Theory]
    [InlineData("Bob <bob@example.test>", "")]
    [InlineData("Quiet <quiet@example.test>", "")]
    [InlineData("Robot <robot@example.test>", "Auto-Submitted: auto-generated\n")]
    public async Task Nobody_is_welcomed_who_is_known_or_a_program_or_of_whom_the_host_says_nothing(string from, string headers)
    {
        await using var desk = await StartAsync();
        desk.Contacts.Add(new Contact(EmailAddress.Create("bob@example.test"), ContactRole.Requester));

        var mail = await desk.DeliverAsync(Mails.From(from, "Printer", "It smokes.", headers: headers), Token);

        Assert.DoesNotContain(mail.Outbox, sent => sent.Template == "contact-welcome");
    }

    [Fact]
    public async Task A_host_that_can_not_invite_leaves_a_failed_mail_and_a_ticket()
    {
        await using var desk = await StartAsync();

        var mail = await desk.DeliverAsync(Mails.From("Broken <broken@example.test>", "Printer", "It smokes."), Token);
        await desk.AdvanceAsync(TimeSpan.FromMinutes(5), Token);
        mail = await desk.LookAtAsync(mail.Row.Id, Token);

        Assert.Equal(Storage.JournalOutcome.Created, mail.Outcome);
        Assert.Contains(mail.Outbox, sent => sent is { Template: "contact-welcome", State: Storage.OutboxState.Failed });
    }

    private static List<string> Invited(HelpDeskHarness desk) => ((Inviter)desk.Services.GetRequiredService<IContactInvitation>()).Invited;

    private static Task<HelpDeskHarness> StartAsync() => HelpDeskHarness.StartAsync(
        options =>
        {
            options.Settings["Mailboxes:support:Address"] = "support@helpdesk.test";
            options.Compose = mail => mail.UseContactInvitation<Inviter>();
        },
        Token);

    private sealed class Inviter : IContactInvitation
    {
        public List<string> Invited { get; } = [];

        public ValueTask<ContactInvitation?> InviteAsync(Contact contact, CancellationToken cancellationToken)
        {
            switch (contact.Address.LocalPart)
            {
                case "broken":
                    throw new InvalidOperationException("The accounts can't be reached.");
                case "quiet":
                    return ValueTask.FromResult<ContactInvitation?>(null);
                default:
                    Invited.Add(contact.Address.Address);
                    return ValueTask.FromResult<ContactInvitation?>(new ContactInvitation { UserName = contact.Address.Address, Url = "https://desk.test/welcome" });
            }
        }
    }
}
