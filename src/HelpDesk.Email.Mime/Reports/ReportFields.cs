using HelpDesk.Email.Mime.Headers;

namespace HelpDesk.Email.Mime.Reports;

/// <summary>Reads the values of report fields.</summary>
internal static class ReportFields
{
    public static string? Text(HeaderFields? fields, string name) => fields?.First(name)?.Value is { Length: > 0 } value ? value : null;

    public static DateTimeOffset? Date(HeaderFields? fields, string name) =>
        Text(fields, name) is { } text && MailDates.TryParse(text, out var date) ? date : null;

    public static string? Id(HeaderFields? fields, string name) => fields is null ? null : MessageIds.ReadOne(fields.FirstOctets(name));

    /// <summary>A value with its type before a semicolon, such as <c>smtp; 550 unknown</c>.</summary>
    public static (string? Type, string? Value) Typed(HeaderFields? fields, string name)
    {
        if (Text(fields, name) is not { } text)
            return (null, null);
        var semicolon = text.IndexOf(';', StringComparison.Ordinal);
        // What stands before a semicolon is a type only if it is one word.
        if (semicolon <= 0 || text.AsSpan(0, semicolon).Trim().Contains(' '))
            return (null, text);
        var value = text[(semicolon + 1)..].Trim();
        return (text[..semicolon].Trim().ToLowerInvariant(), value.Length == 0 ? null : value);
    }

    /// <summary>An address with or without its type and angle brackets.</summary>
    public static string? Address(HeaderFields? fields, string name) => Typed(fields, name).Value is { } value ? Bare(value) : null;

    public static IReadOnlyList<string> Addresses(HeaderFields? fields, string name) =>
        fields is null ? [] : [.. fields.All(name).Select(field => Bare(field.Value)).OfType<string>()];

    private static string? Bare(string value)
    {
        var boxes = MailAddresses.Parse(value, 1);
        return (boxes.Count > 0 ? boxes[0].Address : null) ?? (value.Trim('<', '>', ' ') is { Length: > 0 } text ? text : null);
    }
}
