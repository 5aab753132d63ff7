using HelpDesk.Email.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Email.Links;

internal static class LinksRegistration
{
    /// <summary>What makes and reads the links of mails. A revocation of the host stays.</summary>
    public static IServiceCollection AddLinks(this IServiceCollection services)
    {
        services.AddSingleton<ISettingsCheck, LinkSettingsCheck>();
        services.AddSingleton<LinkTokens>();
        services.AddSingleton<LinkPermission>();
        services.AddSingleton<ITicketLinks, TicketLinks>();
        services.TryAddSingleton<InMemoryLinkRevocation>();
        services.TryAddSingleton<ILinkRevocation>(provider => provider.GetRequiredService<InMemoryLinkRevocation>());
        return services;
    }
}
