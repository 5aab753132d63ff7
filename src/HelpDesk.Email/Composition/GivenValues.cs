namespace HelpDesk.Email.Composition;

/// <summary>Values that a host or another part of the engine gives for a template: what a template writes as HTML is made safe, wherever it stands.</summary>
internal static class GivenValues
{
    private const int MaxDepth = 16;

    /// <summary>The value under a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <param name="depth">How deep it stands; deeper than a model may be nothing is left.</param>
    public static object? Safe(string name, object? value, int depth = 0) => value switch
    {
        _ when depth > MaxDepth => null,
        // The two names that templates write without encoding.
        string html when name is "bodyHtml" or "html" => BodyText.SafeHtmlOf(html, _ => null),
        IReadOnlyDictionary<string, object?> values => values.ToDictionary(each => each.Key, each => Safe(each.Key, each.Value, depth + 1), StringComparer.Ordinal),
        IReadOnlyList<object?> list => list.Select(each => Safe(name, each, depth + 1)).ToList(),
        _ => value,
    };
}
