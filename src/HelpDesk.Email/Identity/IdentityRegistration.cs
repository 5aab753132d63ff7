using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Identity;

internal static class IdentityRegistration
{
    /// <summary>What finds out who wrote a mail.</summary>
    public static IServiceCollection AddIdentity(this IServiceCollection services)
    {
        return services;
    }
}
