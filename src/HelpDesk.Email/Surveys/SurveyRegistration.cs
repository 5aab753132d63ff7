using HelpDesk.Email.Scheduling;
using HelpDesk.Email.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Surveys;

/// <summary>What asks how the help was.</summary>
internal static class SurveyRegistration
{
    public static IServiceCollection AddSurveys(this IServiceCollection services)
    {
        services.AddSingleton<ISettingsCheck, SurveySettingsCheck>();
        services.AddSingleton<IScheduledWork, SurveyWork>();
        return services;
    }
}
