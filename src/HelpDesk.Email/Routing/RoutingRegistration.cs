using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Routing;

internal static class RoutingRegistration
{
    /// <summary>What gives new tickets their place.</summary>
    public static IServiceCollection AddRouting(this IServiceCollection services)
    {
        return services;
    }
}
