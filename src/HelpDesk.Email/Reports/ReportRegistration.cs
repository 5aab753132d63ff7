using HelpDesk.Email.Scheduling;
using HelpDesk.Email.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Email.Reports;

/// <summary>What mails reports.</summary>
internal static class ReportRegistration
{
    public static IServiceCollection AddReports(this IServiceCollection services)
    {
        services.AddSingleton<ISettingsCheck, ReportSettingsCheck>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IScheduledReport, TicketsReport>());
        services.AddSingleton<IScheduledWork, ReportWork>();
        return services;
    }
}
