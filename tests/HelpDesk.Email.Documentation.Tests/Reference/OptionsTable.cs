using HelpDesk.Email.Contacts;

namespace HelpDesk.Email.Documentation.Tests.Reference;

/// <summary>The settings of one part of the section, as a table.</summary>
internal static class OptionsTable
{
    /// <summary>The mark of the table that holds the settings of a part.</summary>
    public static string MarkOf(string section) => section.Length == 0 ? "options" : $"options {section}";

    public static async Task<string> WriteAsync(string section, CancellationToken cancellationToken)
    {
        var rows = new List<string> { "| setting | values | default | meaning |", "|---|---|---|---|" };
        foreach (var setting in Setting.All.Where(setting => setting.Section == section))
        {
            var values = await ValuesAsync(setting, cancellationToken);
            var usual = setting.DefaultText is { } text ? $"`{text}`" : "none";
            rows.Add($"| `{setting.Property.Name}` | {values} | {usual} | {PropertyTexts.Summary(setting.Property)} |");
        }

        return string.Join('\n', rows);
    }

    private static async Task<string> ValuesAsync(Setting setting, CancellationToken cancellationToken)
    {
        if (setting.Type.IsEnum)
        {
            return string.Join(", ", Enum.GetNames(setting.Type).Select(name => $"`{name}`"));
        }

        var kind = setting.Type switch
        {
            { } type when type == typeof(bool) => "`true`, `false`",
            { } type when type == typeof(string) => "text",
            { } type when type == typeof(TimeSpan) => "time",
            { } type when type == typeof(DateTimeOffset) => "moment",
            { } type when type == typeof(IList<string>) => "list of texts",
            { } type when type == typeof(IDictionary<string, string>) => "text by name",
            { } type when type == typeof(IDictionary<string, ContactRole>) => string.Join(", ", Enum.GetNames<ContactRole>().Select(name => $"`{name}`")) + " by name",
            _ => "number",
        };
        return setting.IsMeasured && await SettingProbe.RangeAsync(setting, cancellationToken) is { } range ? $"{kind} {range}" : kind;
    }
}
