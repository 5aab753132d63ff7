using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Composition;

internal static class CompositionRegistration
{
    /// <summary>What makes the octets of outgoing mail.</summary>
    public static IServiceCollection AddComposition(this IServiceCollection services)
    {
        services.AddSingleton<PersonValues>();
        services.AddSingleton<TicketHistory>();
        services.AddSingleton<TemplateModel>();
        services.AddSingleton<AuthorName>();
        services.AddSingleton<ReplyPath>();
        services.AddSingleton<AutomaticHeaders>();
        services.AddSingleton<OutgoingMailComposer>();
        return services;
    }
}
