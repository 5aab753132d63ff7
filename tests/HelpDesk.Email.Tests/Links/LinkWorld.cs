using HelpDesk.Email.Configuration;
using HelpDesk.Email.Contacts;
using HelpDesk.Email.Feedback;
using HelpDesk.Email.InMemory;
using HelpDesk.Email.Links;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Testing.Time;
using HelpDesk.Email.Tickets;
using Microsoft.Extensions.Options;

namespace HelpDesk.Email.Tests.Links;

/// <summary>A ticket of Ann's, whom Tess helps and to which Sam listens, and the links about it.</summary>
internal sealed class LinkWorld : IDisposable, IOptionsMonitor<HelpDeskEmailOptions>
{
    public const string Number = "ACME-1001";
    public static readonly EmailAddress Ann = EmailAddress.Create("ann@example.test");
    public static readonly EmailAddress Sam = EmailAddress.Create("sam@example.test");
    public static readonly EmailAddress Tess = EmailAddress.Create("tess@helpdesk.test");

    public LinkWorld(SigningKeys? keys = null)
    {
        Ring = keys is null ? new InMemoryKeyRing() : new InMemoryKeyRing(keys);
        Tickets = new InMemoryTicketStore(Time);
        Tickets.Add(new TicketSnapshot(Number, "Printer", TicketStatus.Open, Ann) { Version = "1", Subscribers = [Sam], Assignee = Tess });
        People.Add(new Contact(Ann, ContactRole.Requester));
        People.Add(new Contact(Tess, ContactRole.Technician));
        Tokens = new LinkTokens(Ring);
        Links = new TicketLinks(Tokens, new LinkPermission(Tickets, People, Revocation, this), People, this, Time);
        Actions = new TicketFeedback(Tickets, Mailer, this, Time);
    }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public ManualTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));

    public HelpDeskEmailOptions Settings { get; } = new() { Links = { RootUrl = "https://help.example.test/desk", AutologinEnabled = true } };

    public InMemoryKeyRing Ring { get; }

    public InMemoryTicketStore Tickets { get; }

    public InMemoryContactDirectory People { get; } = new();

    public InMemoryLinkRevocation Revocation { get; } = new();

    public LinkTokens Tokens { get; }

    public TicketLinks Links { get; }

    public NoticeBook Mailer { get; } = new();

    public TicketFeedback Actions { get; }

    HelpDeskEmailOptions IOptionsMonitor<HelpDeskEmailOptions>.CurrentValue => Settings;

    public async Task<TicketSnapshot> TicketAsync() => (await Tickets.FindAsync(TicketLookup.Of(Number), Token))[0];

    /// <summary>The links of a mail to somebody.</summary>
    public async Task<TicketLinkSet> ForAsync(params IReadOnlyList<EmailAddress> recipients) => await Links.CreateAsync(await TicketAsync(), recipients, Token);

    /// <summary>A token that counts now.</summary>
    public async Task<string> SignAsync(LinkPurpose purpose, EmailAddress? address = null, string ticket = Number, TimeSpan? validity = null) =>
        await Tokens.SignAsync(purpose, ticket, address ?? Ann, Time.GetUtcNow(), Time.GetUtcNow() + (validity ?? TimeSpan.FromDays(3)), Token);

    public async Task<LinkStatus> StatusAsync(LinkPurpose purpose, string token) => (await Links.ReadAsync(purpose, token, Token)).Status;

    /// <summary>The token in a URL of ours.</summary>
    public static string In(string? url) => new Uri(url!).Segments[4].TrimEnd('/');

    HelpDeskEmailOptions IOptionsMonitor<HelpDeskEmailOptions>.Get(string? name) => Settings;

    IDisposable? IOptionsMonitor<HelpDeskEmailOptions>.OnChange(Action<HelpDeskEmailOptions, string?> listener) => null;

    public void Dispose() => Tickets.Dispose();
}
