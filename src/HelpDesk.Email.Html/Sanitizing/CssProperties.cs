using System.Collections.Frozen;

namespace HelpDesk.Email.Html.Sanitizing;

/// <summary>
/// The CSS properties that stay. None of them takes content out of its place: no position, no z-index, no
/// transformation, no negative margin.
/// </summary>
internal static class CssProperties
{
    private const string Plain =
        "background-color border border-bottom border-bottom-color border-bottom-left-radius border-bottom-right-radius "
        + "border-bottom-style border-bottom-width border-collapse border-color border-left border-left-color border-left-style "
        + "border-left-width border-radius border-right border-right-color border-right-style border-right-width border-spacing "
        + "border-style border-top border-top-color border-top-left-radius border-top-right-radius border-top-style "
        + "border-top-width border-width box-sizing caption-side clear color direction display empty-cells float font-size "
        + "font-style font-variant font-weight height line-height list-style list-style-position list-style-type margin "
        + "margin-bottom margin-left margin-right margin-top max-height max-width min-height min-width opacity overflow "
        + "overflow-wrap padding padding-bottom padding-left padding-right padding-top table-layout text-align text-decoration "
        + "text-decoration-color text-decoration-line text-decoration-style text-indent text-transform unicode-bidi "
        + "vertical-align visibility white-space width word-break word-spacing word-wrap";

    private static readonly FrozenDictionary<string, CssProperty> All = Build();

    private static readonly FrozenDictionary<string, CssProperty>.AlternateLookup<ReadOnlySpan<char>> ByName =
        All.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The property of that name in any case of letters, if it stays.</summary>
    internal static CssProperty? Find(ReadOnlySpan<char> name) => ByName.TryGetValue(name, out var property) ? property : null;

    private static FrozenDictionary<string, CssProperty> Build()
    {
        var properties = Plain.Split(' ').Select(name => new CssProperty(name, CssKind.Plain)).ToList();
        properties.Add(new CssProperty("letter-spacing", CssKind.Signed));
        properties.Add(new CssProperty("font", CssKind.Font));
        properties.Add(new CssProperty("font-family", CssKind.Font));
        properties.Add(new CssProperty("background", CssKind.Background));
        return properties.ToFrozenDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);
    }
}
