namespace HelpDesk.Email.Handlebars.Rendering;

/// <summary>One item of a list as a mask writes it.</summary>
/// <param name="Head">What it is called, or <see langword="null"/>.</param>
/// <param name="Detail">What is said about it in few words, or <see langword="null"/>.</param>
/// <param name="Text">What it says, of several lines, or <see langword="null"/>.</param>
/// <param name="SafeHtml">The same as HTML of the engine's own, or <see langword="null"/>.</param>
/// <param name="Url">Where it leads, or <see langword="null"/>.</param>
internal sealed record MaskItem(string? Head, string? Detail = null, string? Text = null, string? SafeHtml = null, string? Url = null)
{
    public static MaskItem Of(object? item, IFormatProvider culture)
    {
        if (item is not IReadOnlyDictionary<string, object?> members)
        {
            return new MaskItem(ModelValues.Text(item, culture));
        }

        string? Get(string name) => ModelValues.Text(members, name, culture);
        var url = TemplateFunctions.WebAddress(Get("url"));
        return members switch
        {
            _ when members.ContainsKey("body") => new MaskItem(Person(members.GetValueOrDefault("author"), culture), Get("date"), Get("body"), Get("bodyHtml")),
            _ when members.ContainsKey("title") => new MaskItem(Get("title"), null, Get("text"), null, url),
            _ when members.ContainsKey("number") => new MaskItem($"{Get("number")} {Get("subject")}".Trim(), Join(", ", Get("status"), Get("created")), null, null, url),
            _ when members.ContainsKey("value") => new MaskItem(Join(": ", Get("name") ?? Get("id"), Get("value"))),
            _ when members.ContainsKey("address") => new MaskItem(Person(members, culture)),
            _ when members.ContainsKey("name") => new MaskItem(Get("name"), Get("size"), null, null, url),
            _ => new MaskItem(Join(", ", [.. members.Keys.Select(Get)])),
        };
    }

    private static string? Person(object? value, IFormatProvider culture) =>
        ModelValues.Text(value, "name", culture) ?? ModelValues.Text(value, "address", culture) ?? ModelValues.Text(value, culture);

    private static string? Join(string between, params IEnumerable<string?> parts) =>
        string.Join(between, parts.Where(part => part is not null)) is { Length: > 0 } joined ? joined : null;
}
