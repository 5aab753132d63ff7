using HelpDesk.Email.Configuration;
using HelpDesk.Email.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Records;

/// <summary>Says what is wrong with the settings of records.</summary>
/// <param name="services">Where the modules are. They are asked for when the settings name one, and not before: a module may itself want the settings.</param>
internal sealed class RecordSettingsCheck(IServiceProvider services) : ISettingsCheck
{
    public IEnumerable<string> Check(HelpDeskEmailOptions options)
    {
        if (options.Records.Roles.Count == 0)
        {
            yield break;
        }

        List<string> known = [TicketKeywords.Name, .. services.GetServices<IRecordModule>().Select(module => module.Name)];
        foreach (var name in options.Records.Roles.Keys.Except(known, StringComparer.OrdinalIgnoreCase))
        {
            yield return $"HelpDeskEmail:Records:Roles:{name} names no record module; there are {string.Join(", ", known.Order(StringComparer.Ordinal))}.";
        }
    }
}
