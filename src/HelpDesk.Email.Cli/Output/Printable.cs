namespace HelpDesk.Email.Cli.Output;

/// <summary>Makes text of strangers fit for a terminal: control characters could move its cursor or change its state.</summary>
internal static class Printable
{
    /// <summary>Text for one line.</summary>
    public static string Line(string? text) => Replace(text, keepLines: false);

    /// <summary>The lines of a text, without empty ones at the end.</summary>
    public static IReadOnlyList<string> Lines(string text) => text.Length == 0 ? [] : Replace(text, keepLines: true).TrimEnd('\n').Split('\n');

    private static string Replace(string? text, bool keepLines) => text is null ? string.Empty : string.Create(text.Length, text, (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            var c = source[i];
            span[i] = keepLines && c == '\n' ? c
                : c is '\t' or '\n' or '\r' ? ' '
                : char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') ? '\uFFFD'
                : c;
        }
    });
}
