using HelpDesk.Email.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Screening;

internal static class ScreeningRegistration
{
    /// <summary>What keeps mail out.</summary>
    public static IServiceCollection AddScreening(this IServiceCollection services)
    {
        services.AddSingleton<ISettingsCheck, ScreeningSettingsCheck>();
        services.AddSingleton<SendingFilter>();
        return services;
    }
}
