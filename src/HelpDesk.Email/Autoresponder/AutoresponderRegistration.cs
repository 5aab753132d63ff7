using HelpDesk.Email.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Autoresponder;

/// <summary>What acknowledgements say.</summary>
internal static class AutoresponderRegistration
{
    public static IServiceCollection AddAutoresponder(this IServiceCollection services)
    {
        services.AddSingleton<ISettingsCheck, AutoresponderSettingsCheck>();
        services.AddSingleton<AcknowledgementValues>();
        return services;
    }
}
