using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Scheduling;

/// <summary>What does work because of the time.</summary>
internal static class SchedulingRegistration
{
    public static IServiceCollection AddScheduling(this IServiceCollection services)
    {
        services.AddSingleton<ScheduleMemory>();
        services.AddSingleton<ScheduleRound>();
        services.AddSingleton<ScheduleWorker>();
        return services;
    }
}
