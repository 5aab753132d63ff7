using HelpDesk.Email.Links;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Email.Feedback;

internal static class FeedbackRegistration
{
    /// <summary>What follows from the links of mails, unless the host said what.</summary>
    public static IServiceCollection AddFeedback(this IServiceCollection services)
    {
        services.TryAddSingleton<ILinkActions, TicketFeedback>();
        return services;
    }
}
