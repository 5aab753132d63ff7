using HelpDesk.Email.Configuration;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Settings;

namespace HelpDesk.Email.Notifications;

/// <summary>Says what is wrong with the settings of notifications.</summary>
internal sealed class NotificationSettingsCheck : ISettingsCheck
{
    public IEnumerable<string> Check(HelpDeskEmailOptions options)
    {
        var notifications = options.Notifications;
        return
        [
            .. Words("Notifications:Subscribers", notifications.Subscribers),
            .. Words("Notifications:OneMailToAll", notifications.OneMailToAll),
            .. ExcludedAddresses.Check(options.AutomaticAnswers.Exclude),
            .. Addresses("Notifications:Administrators", notifications.Administrators),
            .. options.Departments.SelectMany(each => Addresses($"Departments:{each.Key}:Technicians", each.Value.Technicians)),
            .. options.Categories.SelectMany(each => Addresses($"Categories:{each.Key}:Technicians", each.Value.Technicians)),
            .. notifications.Events.SelectMany(each => Event($"Notifications:Events:{each.Key}", each.Value)),
        ];
    }

    private static IEnumerable<string> Event(string key, NotificationEventOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Template))
        {
            yield return $"HelpDeskEmail:{key}:Template is missing; write the name of the template that its mail is made from.";
        }

        if (options.Audiences.Count == 0 && options.To.Count == 0)
        {
            yield return $"HelpDeskEmail:{key} tells nobody; write who is told in Audiences ({string.Join(", ", Enum.GetNames<NotificationAudience>())}) or addresses in To.";
        }

        foreach (var wrong in options.Audiences.SelectMany((audience, index) => Words($"{key}:Audiences:{index}", audience)).Concat(Addresses($"{key}:To", options.To)))
        {
            yield return wrong;
        }
    }

    private static IEnumerable<string> Addresses(string key, IList<string> addresses) =>
        addresses.Select((address, index) => (address, index))
            .Where(each => !EmailAddress.TryCreate(each.address, null, out _))
            .Select(each => $"HelpDeskEmail:{key}:{each.index} is '{each.address}', which is no e-mail address.");

    private static IEnumerable<string> Words<T>(string key, T value)
        where T : struct, Enum =>
        Enum.IsDefined(value) ? [] : [$"HelpDeskEmail:{key} is {value}; write one of {string.Join(", ", Enum.GetNames<T>())}."];
}
