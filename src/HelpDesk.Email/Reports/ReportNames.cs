using HelpDesk.Email.Messages;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Tickets;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Reports;

/// <summary>Refuses to start with a report in the settings that there is none of, or that can't be made.</summary>
internal static class ReportNames
{
    /// <exception cref="HelpDeskConfigurationException">The message names the key.</exception>
    public static void Check(IServiceProvider services, SettingsSnapshot settings)
    {
        var wanted = settings.Options.Reports.Where(report => report.Value.Enabled).Select(report => report.Key).ToList();
        if (wanted.Count == 0)
        {
            return;
        }

        var table = new ReportTable(services.GetServices<IScheduledReport>());
        foreach (var name in wanted)
        {
            if (table.Get(name) is TicketsReport && services.GetService<ITicketQueries>() is null)
            {
                throw new HelpDeskConfigurationException($"HelpDeskEmail:Reports:{name} lists tickets, and the ticket store can't: register an {nameof(ITicketQueries)}, or write false for Enabled.");
            }
        }
    }
}
