using HelpDesk.Email.Html.Quotes.Words;

namespace HelpDesk.Email.Html;

/// <summary>Reads who wrote the mail that somebody forwarded, in the text of the mail that they forwarded it with. Thread-safe.</summary>
/// <remarks>
/// Mail programs put the header of the forwarded mail above it: <c>From: Bob &lt;bob@example.com&gt;</c>, with a date, a subject and
/// receivers, in the language of who forwards. Some forty languages are known.
/// </remarks>
public static class ForwardedText
{
    private const int MostForeignLines = 2;
    private const int EnoughLabels = 2;

    /// <summary>
    /// Finds what stands behind the label for From in the first block of header fields. Never fails, and takes time in proportion to
    /// the length, whatever stands in the text.
    /// </summary>
    /// <param name="text">The text of the mail; of HTML what <see cref="HtmlText"/> makes of it.</param>
    /// <returns>The value as it stands there, a name or an address or both; <see langword="null"/> where there is no such block.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static string? FindAuthor(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string? author = null;
        var labels = HeaderLabels.None;
        var foreign = 0;
        foreach (var whole in text.AsSpan().EnumerateLines())
        {
            var line = whole.TrimStart("> \t\u00A0").TrimEnd();
            var found = LineReader.LabelsOf(line);
            if (found == HeaderLabels.None)
            {
                // A value may go on in the next line. What is no block by then was none.
                if (labels == HeaderLabels.None || ++foreign <= MostForeignLines) continue;
                if (IsHeader(labels, author)) return author;
                author = null;
                labels = HeaderLabels.None;
                continue;
            }

            foreign = 0;
            labels |= found;
            if (author is null && LineReader.LabelOf(line, out var value) == HeaderLabels.From) author = ValueOf(line[value..]);
        }

        return IsHeader(labels, author) ? author : null;
    }

    private static bool IsHeader(HeaderLabels labels, string? author) =>
        author is not null && System.Numerics.BitOperations.PopCount((uint)labels) >= EnoughLabels;

    // Some programs write all fields into one line.
    private static string ValueOf(ReadOnlySpan<char> value)
    {
        var inner = QuotePhrases.FindInnerLabel(value);
        return (inner < 0 ? value : value[..inner]).Trim("* \t\u00A0").ToString();
    }
}
