using HelpDesk.Email.Inbound;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Correlation;

internal static class CorrelationRegistration
{
    /// <summary>What finds the ticket of a mail. The order counts between candidates of equal strength.</summary>
    public static IServiceCollection AddCorrelation(this IServiceCollection services)
    {
        services.AddSingleton<ITicketCorrelator, SignedTokenCorrelator>();
        services.AddSingleton<ITicketCorrelator, MessageIndexCorrelator>();
        services.AddSingleton<ITicketCorrelator, SubjectTagCorrelator>();
        return services;
    }
}
