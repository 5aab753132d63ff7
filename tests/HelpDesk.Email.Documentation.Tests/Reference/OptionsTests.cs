using System.Globalization;
using System.Text.RegularExpressions;
using HelpDesk.Email.Documentation.Tests.Pages;

namespace HelpDesk.Email.Documentation.Tests.Reference;

/// <summary>What is said about the settings, in the reference and in the code, is how they are.</summary>
public sealed partial class OptionsTests
{
    public static TheoryData<string> Keys => new(Setting.All.Select(setting => setting.Key));

    [Fact]
    public void The_reference_has_a_table_for_every_part_of_the_section()
    {
        var shown = Slot.In(Page.Of("docs/reference/options.md")).Select(slot => slot.Name);
        Assert.Equal(Setting.Sections.Select(OptionsTable.MarkOf).Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void What_a_property_calls_its_default_is_its_default(string key)
    {
        var setting = Setting.All.Single(setting => setting.Key == key);
        if (PropertyTexts.Value(setting.Property) is not { } value)
        {
            Assert.True(setting.Type == typeof(string) || setting.DefaultText is null, "A property with a default says which.");
            return;
        }

        var said = DefaultIs().Match(value);
        Assert.True(said.Success, $"'{value}' does not begin with the default.");
        Assert.Equal(setting.DefaultText, Read(said.Groups[1].Value.Trim('`'), setting.Type));
    }

    private static string Read(string words, Type type)
    {
        var parts = words.Split(' ');
        if (type != typeof(TimeSpan))
        {
            return type == typeof(int) || type == typeof(long) ? parts[0].Replace(",", string.Empty, StringComparison.Ordinal) : words;
        }

        if (parts.Length == 1)
        {
            return TimeSpan.Parse(words, CultureInfo.InvariantCulture).ToString("c", CultureInfo.InvariantCulture);
        }

        var count = double.Parse(parts[0], CultureInfo.InvariantCulture);
        var time = parts[1].TrimEnd('s') switch
        {
            "second" => TimeSpan.FromSeconds(count),
            "minute" => TimeSpan.FromMinutes(count),
            "hour" => TimeSpan.FromHours(count),
            "day" => TimeSpan.FromDays(count),
            _ => throw new FormatException($"'{words}' is no time."),
        };
        return time.ToString("c", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^The default is (`[^`]+`|[^.;:(]+?)(?: \(|[.;:]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex DefaultIs();
}
