using HelpDesk.Email.Composition;
using HelpDesk.Email.Contacts;
using HelpDesk.Email.Decisions;
using HelpDesk.Email.Links;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Mime;
using HelpDesk.Email.Notifications;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Templates;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tickets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Email.Tests.Composition;

/// <summary>A help desk whose mails are made one at a time, and read again.</summary>
internal sealed class ComposingDesk : IAsyncDisposable
{
    public static readonly EmailAddress Ann = EmailAddress.Create("ann@example.test", "Ann Example");
    public static readonly EmailAddress Bob = EmailAddress.Create("bob@example.test", "Bob");
    public static readonly EmailAddress Tina = EmailAddress.Create("tina@helpdesk.test", "Tina Tech");

    private readonly HelpDeskHarness _desk;

    private ComposingDesk(HelpDeskHarness desk, EchoRenderer renderer) => (_desk, Renderer) = (desk, renderer);

    public EchoRenderer Renderer { get; }

    public HelpDeskHarness Desk => _desk;

    public OutgoingMailComposer Composer => _desk.Services.GetRequiredService<OutgoingMailComposer>();

    public SettingsSnapshot Settings => _desk.Services.GetRequiredService<SettingsReader>().Current;

    /// <summary>Ann's ticket in department Support.</summary>
    public static TicketSnapshot Ticket => new("7", "Printer", TicketStatus.Open, Ann)
    {
        Department = "Support",
        Subscribers = [Bob],
        Assignee = Tina,
        Created = new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero),
    };

    public static PlannedMail Update(EmailAddress? to = null) => new(TemplateNames.TicketUpdated, to ?? Ann, OutgoingKind.Personal, "an agent answered")
    {
        Event = NotificationEvent.UpdatedByTechnician,
    };

    public static PlannedMail Notice(EmailAddress? to = null) => Update(to ?? Tina) with
    {
        Kind = OutgoingKind.Notification,
        Audience = NotificationAudience.Technicians,
        Event = NotificationEvent.UpdatedByRequester,
        IsForTechnician = true,
    };

    public static async Task<ComposingDesk> StartAsync(params (string Key, string? Value)[] settings)
    {
        var renderer = new EchoRenderer();
        return new ComposingDesk(await StartAsync(mail => mail.Services.Replace(ServiceDescriptor.Singleton<ITemplateRenderer>(renderer)), settings), renderer);
    }

    /// <summary>The same with the templates that come with the product.</summary>
    public static async Task<ComposingDesk> StartWithTemplatesAsync(params (string Key, string? Value)[] settings) =>
        new(await StartAsync(mail => mail.UseHandlebarsTemplates(), settings), new EchoRenderer());

    /// <summary>The same with links.</summary>
    public static async Task<ComposingDesk> StartWithLinksAsync(TicketLinkSet links, params (string Key, string? Value)[] settings)
    {
        var renderer = new EchoRenderer();
        return new ComposingDesk(
            await StartAsync(
                mail =>
                {
                    mail.Services.Replace(ServiceDescriptor.Singleton<ITemplateRenderer>(renderer));
                    mail.Services.Replace(ServiceDescriptor.Singleton<ITicketLinks>(new FixedLinks(links)));
                },
                settings),
            renderer);
    }

    /// <summary>Tina's answer to the ticket.</summary>
    public Occasion Answer(TicketSnapshot? ticket = null, NewTicketEntry? entry = null) =>
        new(new Cause(JournalOrigin.AgentReply, Tina, "<reply@local>") { Mailbox = "support", MayEcho = true, References = ["<first@example.test>", "<last@example.test>"] }, Settings)
        {
            Ticket = ticket ?? Ticket,
            Entry = entry ?? new NewTicketEntry(Tina, "Pull the plug."),
        };

    /// <summary>Mail that Ann, or whoever says to be Ann, wrote.</summary>
    public Occasion Mail(bool mayEcho = true, TicketSnapshot? ticket = null, NewTicketEntry? entry = null) =>
        new(new Cause(JournalOrigin.Mail, Ann, "<mail@example.test>") { Mailbox = "support", MayEcho = mayEcho, MayRespond = true, Subject = "Printer", References = ["<mail@example.test>"] }, Settings)
        {
            Ticket = ticket ?? Ticket,
            Entry = entry ?? new NewTicketEntry(Ann, "It smokes."),
        };

    public async Task<NewOutboxEntry> RowAsync(PlannedMail planned, Occasion occasion) =>
        (await Composer.ComposeAsync(planned, occasion, TestContext.Current.CancellationToken))!;

    public async Task<MailDocument> ComposeAsync(PlannedMail planned, Occasion occasion) => Read(await RowAsync(planned, occasion));

    public static MailDocument Read(NewOutboxEntry row)
    {
        Assert.Null(row.Failure);
        return MailReader.Read(Octets(row));
    }

    public static byte[] Octets(NewOutboxEntry row)
    {
        using var stream = row.Content!.OpenRead();
        using var octets = new MemoryStream();
        stream.CopyTo(octets);
        return octets.ToArray();
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    private static async Task<HelpDeskHarness> StartAsync(Action<IHelpDeskEmailBuilder> compose, (string Key, string? Value)[] settings)
    {
        var desk = await HelpDeskHarness.StartAsync(
            options =>
            {
                options.Settings["Mailboxes:support:Address"] = "support@helpdesk.test";
                options.Settings["Mailboxes:support:DisplayName"] = "Acme Support";
                options.Settings["Mailboxes:support:Department"] = "Support";
                options.Settings["Mailboxes:sales:Address"] = "sales@helpdesk.test";
                options.Settings["Outgoing:default:Kind"] = "Memory";
                options.Settings["Outgoing:shop:Kind"] = "Memory";
                foreach (var (key, value) in settings)
                {
                    options.Settings[key] = value;
                }

                options.Compose = compose;
            },
            TestContext.Current.CancellationToken);
        desk.Contacts.Add(new Contact(Tina, ContactRole.Technician) { Department = "Second line" });
        desk.Contacts.Add(new Contact(Ann, ContactRole.Requester) { IsRegistered = true, Company = "Example Ltd", Location = "Leeds" });
        return desk;
    }

    private sealed class FixedLinks(TicketLinkSet links) : ITicketLinks
    {
        public ValueTask<TicketLinkSet> CreateAsync(TicketSnapshot ticket, IReadOnlyList<EmailAddress> recipients, CancellationToken cancellationToken) => ValueTask.FromResult(links);

        public ValueTask<LinkVerdict> ReadAsync(LinkPurpose purpose, string token, CancellationToken cancellationToken) => ValueTask.FromResult(LinkVerdict.Of(LinkStatus.Forged));

        public string? TicketUrl(string ticketNumber) => null;
    }
}
