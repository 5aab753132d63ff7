using System.Security.Claims;
using HelpDesk.Email.AspNetCore.Endpoints;
using HelpDesk.Email.Contacts;
using HelpDesk.Email.InMemory;
using HelpDesk.Email.Links;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Templates;
using HelpDesk.Email.Testing.Templates;
using HelpDesk.Email.Testing.Time;
using HelpDesk.Email.Tickets;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.AspNetCore.Tests;

/// <summary>A host with cookies, a policy that asks everybody who they are, and the links; one ticket of Ann's, to which Sam listens.</summary>
internal sealed class LinkSite : IAsyncDisposable
{
    public const string Number = "ACME-1001";
    public static readonly EmailAddress Ann = EmailAddress.Create("ann@example.test");
    public static readonly EmailAddress Sam = EmailAddress.Create("sam@example.test");

    private readonly WebApplication _app;

    private LinkSite(WebApplication app) => _app = app;

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public ManualTimeProvider Time => (ManualTimeProvider)_app.Services.GetRequiredService<TimeProvider>();

    public InMemoryTicketStore Tickets => _app.Services.GetRequiredService<InMemoryTicketStore>();

    public InMemoryContactDirectory People => _app.Services.GetRequiredService<InMemoryContactDirectory>();

    public InMemoryLinkRevocation Revocation => _app.Services.GetRequiredService<InMemoryLinkRevocation>();

    /// <summary>Starts it; the engine itself stands still.</summary>
    public static async Task<LinkSite> StartAsync(Action<MailLinkOptions>? configure = null, Action<IServiceCollection>? register = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["HelpDeskEmail:Links:RootUrl"] = "https://help.example.test",
            ["HelpDeskEmail:Links:AutologinEnabled"] = "true",
        });
        builder.Services.AddSingleton<TimeProvider>(new ManualTimeProvider(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero)));
        register?.Invoke(builder.Services);
        builder.Services.AddSingleton<ITemplateRenderer, PlainTemplateRenderer>();
        builder.Services.AddHelpDeskEmail(builder.Configuration.GetSection("HelpDeskEmail"), mail => mail.UseInMemoryStores());
        builder.Services.RemoveAll<Microsoft.Extensions.Hosting.IHostedService>();
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());

        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapHelpDeskEmailLinks(configure ?? Everything);
        app.MapGet("/me", (HttpContext context) => context.User.Identity!.Name);
        var site = new LinkSite(app);
        site.Tickets.Add(new TicketSnapshot(Number, "Printer", TicketStatus.Open, Ann) { Version = "1", Subscribers = [Sam] });
        site.People.Add(new Contact(Ann, ContactRole.Requester));
        await app.StartAsync(Token);
        return site;
    }

    /// <summary>A host that shows tickets and logs people in.</summary>
    public static void Everything(MailLinkOptions options)
    {
        options.HelpDeskName = "Acme <Desk>";
        options.ShowTicket = (_, link) => Task.FromResult<IResult?>(Results.Text($"ticket {link.Ticket} for {link.Address}"));
        options.SignIn = async (context, link) =>
        {
            var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, link.Address.Address)], CookieAuthenticationDefaults.AuthenticationScheme);
            await context.SignInAsync(new ClaimsPrincipal(identity));
            return Results.Redirect($"/tickets/{link.Ticket}");
        };
    }

    public HttpClient Client()
    {
        var client = _app.GetTestClient();
        client.BaseAddress = new Uri("https://help.example.test");
        return client;
    }

    public async Task<TicketSnapshot> TicketAsync() => (await Tickets.FindAsync(TicketLookup.Of(Number), Token))[0];

    public async Task<TicketLinkSet> LinksAsync(EmailAddress person) =>
        await _app.Services.GetRequiredService<ITicketLinks>().CreateAsync(await TicketAsync(), [person], Token);

    public async Task<IReadOnlyList<TicketEntry>> EntriesAsync()
    {
        var entries = new List<TicketEntry>();
        await foreach (var entry in Tickets.EntriesAsync(Number, Token))
        {
            entries.Add(entry);
        }

        return entries;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
