using HelpDesk.Email.Inbound;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Email.Commands;

internal static class CommandRegistration
{
    /// <summary>What reads and obeys commands.</summary>
    public static IServiceCollection AddCommands(this IServiceCollection services)
    {
        services.TryAddSingleton<ISubjectCommandParser, SubjectCommandParser>();
        return services;
    }
}
