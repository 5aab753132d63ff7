using HelpDesk.Email.Inbound;
using HelpDesk.Email.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Correlation;

internal static class CorrelationRegistration
{
    /// <summary>What finds the ticket of a mail. The order counts between candidates of equal strength.</summary>
    public static IServiceCollection AddCorrelation(this IServiceCollection services)
    {
        services.AddSingleton<ISettingsCheck, CorrelationSettingsCheck>();
        services.AddSingleton<TicketFinder>();
        services.AddSingleton<ITicketCorrelator, SignedTokenCorrelator>();
        services.AddSingleton<ITicketCorrelator, MessageIndexCorrelator>();
        services.AddSingleton<ITicketCorrelator, SubjectTagCorrelator>();
        services.AddSingleton<ITicketCorrelator, BodyTagCorrelator>();
        services.AddSingleton<ITicketCorrelator, AttachmentTagCorrelator>();
        services.AddSingleton<ITicketCorrelator, SubjectTextCorrelator>();
        return services;
    }
}
