using System.Collections;
using System.Globalization;
using System.Reflection;
using HelpDesk.Email.Configuration;

namespace HelpDesk.Email.Documentation.Tests.Reference;

/// <summary>One setting of the section.</summary>
/// <param name="Section">The part of the key before the last colon; empty for a setting of the section itself.</param>
/// <param name="Property">The property it is bound to.</param>
/// <param name="Default">The value of the property when the setting is absent.</param>
internal sealed record Setting(string Section, PropertyInfo Property, object? Default)
{
    /// <summary>The name that stands in a key for any name that an administrator chooses.</summary>
    public const string Name = "NAME";

    /// <summary>The number that stands in a key for an entry of a list.</summary>
    public const string Number = "N";

    /// <summary>All of them, section after section.</summary>
    public static IReadOnlyList<Setting> All { get; } = [.. In(string.Empty, new HelpDeskEmailOptions())];

    public static IEnumerable<string> Sections => All.Select(setting => setting.Section).Distinct();

    public string Key => Section.Length == 0 ? Property.Name : $"{Section}:{Property.Name}";

    public Type Type => Nullable.GetUnderlyingType(Property.PropertyType) ?? Property.PropertyType;

    /// <summary>Whether the setting is a number or a time, which has a least and a greatest value.</summary>
    public bool IsMeasured => Type == typeof(int) || Type == typeof(long) || Type == typeof(TimeSpan);

    /// <summary>The default as an administrator would write it; <see langword="null"/> when there is none.</summary>
    public string? DefaultText => Default switch
    {
        null or "" => null,
        bool truth => truth ? "true" : "false",
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        IEnumerable and not string => null,
        _ => string.Create(CultureInfo.InvariantCulture, $"{Default}"),
    };

    private static IEnumerable<Setting> In(string section, object options)
    {
        var prefix = section.Length == 0 ? section : $"{section}:";
        var properties = options.GetType().GetProperties();
        var nested = new List<Setting>();
        foreach (var property in properties)
        {
            var value = property.GetValue(options);
            if (value is IDictionary && property.PropertyType.GetGenericArguments()[1].Namespace == typeof(HelpDeskEmailOptions).Namespace)
            {
                nested.AddRange(In($"{prefix}{property.Name}:{Name}", Activator.CreateInstance(property.PropertyType.GetGenericArguments()[1])!));
            }
            else if (EntryOf(property.PropertyType) is { } entry)
            {
                nested.AddRange(In($"{prefix}{property.Name}:{Number}", Activator.CreateInstance(entry)!));
            }
            else if (value is not null && property.PropertyType.IsClass && property.PropertyType.Namespace == typeof(HelpDeskEmailOptions).Namespace)
            {
                nested.AddRange(In($"{prefix}{property.Name}", value));
            }
            else
            {
                yield return new Setting(section, property, value);
            }
        }

        foreach (var setting in nested)
        {
            yield return setting;
        }
    }

    // A list whose entries have settings of their own.
    private static Type? EntryOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IList<>) && type.GetGenericArguments()[0] is { Namespace: { } home } entry && home == typeof(HelpDeskEmailOptions).Namespace && entry.IsClass
            ? entry
            : null;
}
