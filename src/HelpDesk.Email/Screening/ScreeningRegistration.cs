using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Screening;

internal static class ScreeningRegistration
{
    /// <summary>What keeps mail out.</summary>
    public static IServiceCollection AddScreening(this IServiceCollection services)
    {
        return services;
    }
}
