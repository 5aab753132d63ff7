using HelpDesk.Email.Configuration;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Commands;

/// <summary>Says what is wrong with the settings of commands.</summary>
/// <param name="services">Where the handlers are. They are asked for when the settings name a command, and not before: a handler may itself want the settings.</param>
internal sealed class CommandSettingsCheck(IServiceProvider services) : ISettingsCheck
{
    public IEnumerable<string> Check(HelpDeskEmailOptions options)
    {
        var settings = options.Commands;
        if (settings.Roles.Count > 0)
        {
            var known = new CommandTable(services.GetServices<ICommandHandler>()).Names;
            foreach (var name in settings.Roles.Keys.Except(known, StringComparer.OrdinalIgnoreCase))
            {
                yield return $"HelpDeskEmail:Commands:Roles:{name} names no command; there are {string.Join(", ", known.Order(StringComparer.Ordinal))}.";
            }
        }

        foreach (var error in AddressCheck.OfList("Commands:AutomaticFrom", settings.AutomaticFrom, "monitoring@example.com"))
        {
            yield return error;
        }
    }
}
