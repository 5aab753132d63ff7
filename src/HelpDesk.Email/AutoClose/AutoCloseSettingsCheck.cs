using HelpDesk.Email.Configuration;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Tickets;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.AutoClose;

/// <summary>Says what is wrong with the closing of tickets that nobody answers.</summary>
internal sealed class AutoCloseSettingsCheck(IServiceProvider services) : ISettingsCheck
{
    public IEnumerable<string> Check(HelpDeskEmailOptions options) => options.Departments.SelectMany(department => Check($"Departments:{department.Key}:AutoClose", department.Value.AutoClose));

    private IEnumerable<string> Check(string key, AutoCloseOptions options)
    {
        if (Bounds.Check($"{key}:After", options.After, TimeSpan.FromMinutes(1), TimeSpan.FromDays(3650)) is { } error)
        {
            yield return error;
        }

        if (options.Template is { } template && string.IsNullOrWhiteSpace(template))
        {
            yield return $"HelpDeskEmail:{key}:Template is empty; write the name of a template, or leave it out for 'auto-close'.";
        }

        // Asked without making it: stores may ask for settings themselves.
        if (options.Enabled && services.GetService<IServiceProviderIsService>()?.IsService(typeof(ITicketQueries)) == false)
        {
            yield return $"HelpDeskEmail:{key}:Enabled is true, and the ticket store can't list its tickets: register an {nameof(ITicketQueries)}, or write false.";
        }
    }
}
