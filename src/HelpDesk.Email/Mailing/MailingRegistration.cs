using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Mailing;

/// <summary>What hosts ask of the engine.</summary>
internal static class MailingRegistration
{
    public static IServiceCollection AddMailing(this IServiceCollection services)
    {
        services.AddSingleton<HostMailbox>();
        services.AddSingleton<NoticePlans>();
        services.AddSingleton<AgentReplyDecider>();
        services.AddSingleton<HostMailDecider>();
        services.AddSingleton<ITicketMailer, TicketMailer>();
        return services;
    }
}
