using AcmeDesk.Accounts;
using AcmeDesk.Data;
using AcmeDesk.Mail;
using AcmeDesk.Pages;
using AcmeDesk.Tickets;
using HelpDesk.Email;
using HelpDesk.Email.Contacts;
using HelpDesk.Email.Protocols;
using HelpDesk.Email.Sqlite;
using HelpDesk.Email.Tickets.Events;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Data.Sqlite;

namespace AcmeDesk;

/// <summary>Acme's application, with mail added to it.</summary>
internal static class AcmeHost
{
    /// <summary>Puts it together.</summary>
    /// <param name="arguments">Settings, for instance <c>--Acme:Http=5091</c>.</param>
    public static WebApplication Build(string[] arguments)
    {
        // The settings lie beside the program, from wherever it is started.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = arguments, ContentRootPath = AppContext.BaseDirectory });
        var acme = builder.Configuration.GetSection("Acme").Get<AcmeSettings>() ?? new AcmeSettings();
        var data = Directory.CreateDirectory(acme.Data).FullName;
        builder.WebHost.UseUrls(acme.Url);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["HelpDeskEmail:Links:RootUrl"] = acme.Url,
            ["HelpDeskEmail:Templates:Folder"] = Path.Combine(AppContext.BaseDirectory, "Templates"),
            ["HelpDeskEmail:SmtpListener:Port"] = $"{acme.Smtp}",
            ["HelpDeskEmail:Outgoing:default:Kind"] = "Pickup",
            ["HelpDeskEmail:Outgoing:default:Folder"] = Path.Combine(data, "outbox"),
        });

        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie => cookie.Cookie.SameSite = SameSiteMode.Strict);
        builder.Services.AddSingleton(new AcmeDatabase(DataSource(data, "acme.db")));
        #region acme-registration
        builder.Services.AddHelpDeskEmail(builder.Configuration.GetSection("HelpDeskEmail"), mail => mail
            .UseSqlite(DataSource(data, "mail.db"))   // the journal, the outbox, contacts and keys
            .UseTicketStore<AcmeTicketStore>()        // and Acme's own tickets
            .UseHandlebarsTemplates()                 // Acme's own words from Templates, the built-in ones for the rest
            .UseSmtpListener()
            .AddPickupTransport()
            .AddCommand<EscalateCommand>()
            .On<TicketCreated, ActivityLog>()
            .On<TicketUpdated, ActivityLog>());
        #endregion

        var app = builder.Build();
        app.UseAuthentication();
        app.MapPages();
        app.MapLinks(app.Services.GetRequiredService<AcmeTicketStore>());
        return app;
    }

    /// <summary>Tells the mail engine who Acme's agents are.</summary>
    public static async Task KnowAgentsAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var contacts = services.GetRequiredService<IContactWriter>();
        foreach (var agent in AcmeAccounts.Agents)
        {
            await contacts.SaveAsync(new Contact(agent, ContactRole.Technician) { IsRegistered = true }, cancellationToken);
        }
    }

    private static string DataSource(string folder, string file) => new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, file) }.ConnectionString;
}
