using HelpDesk.Email.Configuration;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Tickets;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Surveys;

/// <summary>Says what is wrong with the question how the help was.</summary>
internal sealed class SurveySettingsCheck(IServiceProvider services) : ISettingsCheck
{
    public IEnumerable<string> Check(HelpDeskEmailOptions options) => options.Departments.SelectMany(department => Check($"Departments:{department.Key}:Survey", department.Value.Survey));

    private IEnumerable<string> Check(string key, SurveyOptions options)
    {
        if (Bounds.Check($"{key}:After", options.After, TimeSpan.Zero, TimeSpan.FromDays(365)) is { } error)
        {
            yield return error;
        }

        if (options.Enabled && options.Url is null)
        {
            yield return $"HelpDeskEmail:{key}:Url is missing; write where the survey is answered, for instance https://survey.example.com/?ticket={{number}}.";
        }

        if (WebAddress.WhyNot($"{key}:Url", options.Url) is { } wrong)
        {
            yield return wrong;
        }

        // Asked without making it: stores may ask for settings themselves.
        if (options.Enabled && services.GetService<IServiceProviderIsService>()?.IsService(typeof(ITicketQueries)) == false)
        {
            yield return $"HelpDeskEmail:{key}:Enabled is true, and the ticket store can't list its tickets: register an {nameof(ITicketQueries)}, or write false.";
        }
    }
}
