using HelpDesk.Email.Configuration;
using HelpDesk.Email.Settings;

namespace HelpDesk.Email.Screening;

/// <summary>Says what is wrong with <c>Filters</c>.</summary>
internal sealed class ScreeningSettingsCheck : ISettingsCheck
{
    public IEnumerable<string> Check(HelpDeskEmailOptions options)
    {
        var filters = options.Filters;
        IEnumerable<string?> all =
        [
            Bounds.Check("Filters:DuplicateWindow", filters.DuplicateWindow, TimeSpan.FromMinutes(1), TimeSpan.FromDays(30)),
            .. filters.Senders.Where(filter => filter.Value.Enabled).SelectMany(filter => CheckText($"Filters:Senders:{filter.Key}", filter.Value.Text, "spam@example.com, example.net")),
            .. filters.Subjects.Where(filter => filter.Value.Enabled).SelectMany(filter => CheckText($"Filters:Subjects:{filter.Key}", filter.Value.Text, "newsletter, special offer")),
        ];
        return all.OfType<string>();
    }

    private static IEnumerable<string> CheckText(string key, string? text, string example)
    {
        var items = FilterItems.Of(text);
        if (items.Count == 0)
        {
            yield return $"HelpDeskEmail:{key}:Text is empty; write what is looked for, for instance '{example}', or set Enabled to false.";
        }

        foreach (var item in items.Where(item => item.Trim('@').Length < FilterItems.Shortest))
        {
            yield return $"HelpDeskEmail:{key}:Text has '{item}'; write at least {FilterItems.Shortest} characters for each item, or it would be in nearly everything.";
        }
    }
}
