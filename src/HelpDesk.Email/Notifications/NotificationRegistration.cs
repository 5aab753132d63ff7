using HelpDesk.Email.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Email.Notifications;

/// <summary>Who is told of what.</summary>
internal static class NotificationRegistration
{
    public static IServiceCollection AddNotifications(this IServiceCollection services)
    {
        services.AddSingleton<ISettingsCheck, NotificationSettingsCheck>();
        services.TryAddSingleton<ITicketAudience, ConfiguredTicketAudience>();
        services.AddSingleton<Invitations>();
        services.AddSingleton<Happenings>();
        services.AddSingleton<UndeliveredNotices>();
        return services;
    }
}
