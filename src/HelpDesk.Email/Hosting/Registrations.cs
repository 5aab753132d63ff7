using HelpDesk.Email.Configuration;
using HelpDesk.Email.Contacts;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Templates;
using HelpDesk.Email.Tickets;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Hosting;

/// <summary>Says at start what a host forgot to compose.</summary>
internal static class Registrations
{
    private static readonly (Type Contract, string Fix)[] Needed =
    [
        (typeof(IMailStore), "no mail store: write .UseSqlite(\"Data Source=helpdesk.db\"), or .UseInMemoryStores() for a trial"),
        (typeof(ITicketStore), "no ticket store: write .UseSqlite(...), or .UseTicketStore<YourStore>() for tickets of your own"),
        (typeof(IContactDirectory), "no contact directory: write .UseSqlite(...), or .UseContactDirectory<YourDirectory>()"),
        (typeof(IKeyRing), "no signing keys: write .UseSqlite(...), or register an IKeyRing of your own"),
        (typeof(ITemplateRenderer), "no templates: write .UseHandlebarsTemplates(), or register an ITemplateRenderer of your own"),
    ];

    /// <exception cref="HelpDeskConfigurationException">Something is missing; the message says what to write.</exception>
    public static void Check(IServiceProviderIsService services)
    {
        var missing = Needed.Where(need => !services.IsService(need.Contract)).Select(need => need.Fix).ToList();
        if (missing.Count > 0)
        {
            throw new HelpDeskConfigurationException($"AddHelpDeskEmail is not complete: {string.Join("; ", missing)}.");
        }
    }
}
