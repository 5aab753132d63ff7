using HelpDesk.Email.Contacts;
using HelpDesk.Email.Mailing;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Notifications;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Tests.Notifications;

/// <summary>A desk with ticket 1000 of Ann, on which Tess works and which Sue and the technician Tom follow. Technicians of its department are Tess, Tom and Tina, and Adam is the administrator.</summary>
internal sealed class NotificationDesk(HelpDeskHarness harness) : IAsyncDisposable
{
    public HelpDeskHarness Harness { get; } = harness;

    public static async Task<NotificationDesk> StartAsync(CancellationToken cancellationToken, params (string Key, string Value)[] settings)
    {
        var harness = await HelpDeskHarness.StartAsync(
            options =>
            {
                options.Settings["Departments:Support:Technicians:0"] = "tess@helpdesk.test";
                options.Settings["Departments:Support:Technicians:1"] = "tom@helpdesk.test";
                options.Settings["Departments:Support:Technicians:2"] = "tina@helpdesk.test";
                options.Settings["Departments:Sales:Technicians:0"] = "sam@helpdesk.test";
                options.Settings["Notifications:Administrators:0"] = "adam@helpdesk.test";
                options.Settings["TicketTypes:Incident:Notify:0"] = "duty@helpdesk.test";
                options.Settings["AutomaticAnswers:Delay"] = "00:00:00";
                foreach (var (key, value) in settings)
                {
                    options.Settings[key] = value;
                }
            },
            cancellationToken);
        foreach (var name in new[] { "tess", "tom", "tina", "sam" })
        {
            harness.Contacts.Add(new Contact(EmailAddress.Create($"{name}@helpdesk.test"), ContactRole.Technician));
        }

        harness.Tickets.Add(new TicketSnapshot("1000", "Printer", TicketStatus.Open, EmailAddress.Create("ann@example.test"))
        {
            Department = "Support",
            Type = "Incident",
            Assignee = EmailAddress.Create("tess@helpdesk.test"),
            Participants = [EmailAddress.Create("bob@example.test")],
            Subscribers = [EmailAddress.Create("sue@example.test"), EmailAddress.Create("tom@helpdesk.test")],
        });
        return new NotificationDesk(harness);
    }

    /// <summary>Who gets mail of an event, each with the template: "ann ticket-closed".</summary>
    public async Task<IReadOnlyList<string>> RaiseAsync(NotificationEvent what, string? by, CancellationToken cancellationToken, Func<TicketNotice, TicketNotice>? change = null)
    {
        var notice = new TicketNotice(Guid.NewGuid(), "1000", what) { Actor = by is null ? null : EmailAddress.Create(by) };
        var row = await Harness.Mailer.RaiseAsync(change?.Invoke(notice) ?? notice, cancellationToken);
        await Harness.SettleAsync(cancellationToken);
        Assert.Equal(JournalOutcome.Recorded, (await Harness.LookAtAsync(row, cancellationToken)).Outcome);
        return await ToldAsync(row, cancellationToken);
    }

    /// <summary>Who gets mail because of a mail.</summary>
    public async Task<IReadOnlyList<string>> DeliverAsync(HarnessMail mail, CancellationToken cancellationToken)
    {
        var delivery = await Harness.DeliverAsync(mail, cancellationToken);
        return Told(delivery.Outbox);
    }

    /// <summary>Who gets mail because of an agent's answer.</summary>
    public async Task<IReadOnlyList<string>> ReplyAsync(AgentReply reply, CancellationToken cancellationToken)
    {
        var row = await Harness.Mailer.ReplyAsync(reply, cancellationToken);
        await Harness.SettleAsync(cancellationToken);
        return await ToldAsync(row, cancellationToken);
    }

    public ValueTask DisposeAsync() => Harness.DisposeAsync();

    private async Task<IReadOnlyList<string>> ToldAsync(long row, CancellationToken cancellationToken) => Told((await Harness.LookAtAsync(row, cancellationToken)).Outbox);

    private static IReadOnlyList<string> Told(IReadOnlyList<OutboxEntry> outbox) =>
        [.. outbox.OrderBy(mail => mail.Id).Select(mail => $"{string.Join("+", mail.Recipients.Select(recipient => recipient.Address.Split('@')[0]))} {mail.Template}")];
}
