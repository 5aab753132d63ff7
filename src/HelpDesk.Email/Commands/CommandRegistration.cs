using HelpDesk.Email.Inbound;
using HelpDesk.Email.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Email.Commands;

internal static class CommandRegistration
{
    /// <summary>What reads and obeys commands.</summary>
    public static IServiceCollection AddCommands(this IServiceCollection services)
    {
        services.TryAddSingleton<ISubjectCommandParser, SubjectCommandParser>();
        services.TryAddEnumerable(
        [
            ServiceDescriptor.Singleton<ICommandHandler, CloseCommand>(),
            ServiceDescriptor.Singleton<ICommandHandler, TechniciansOnlyCommand>(),
            ServiceDescriptor.Singleton<ICommandHandler, UnsubscribeCommand>(),
            ServiceDescriptor.Singleton<ICommandHandler, TicketListCommand>(),
        ]);
        services.AddSingleton<ISettingsCheck, CommandSettingsCheck>();
        return services;
    }
}
