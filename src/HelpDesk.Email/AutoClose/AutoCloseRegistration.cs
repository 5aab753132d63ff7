using HelpDesk.Email.Scheduling;
using HelpDesk.Email.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.AutoClose;

/// <summary>What closes tickets that nobody answers.</summary>
internal static class AutoCloseRegistration
{
    public static IServiceCollection AddAutoClose(this IServiceCollection services)
    {
        services.AddSingleton<ISettingsCheck, AutoCloseSettingsCheck>();
        services.AddSingleton<LastWord>();
        services.AddSingleton<AutoCloseDecider>();
        services.AddSingleton<IScheduledWork, AutoCloseWork>();
        return services;
    }
}
