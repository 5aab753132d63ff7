using System.Globalization;
using System.Text;

namespace HelpDesk.Email.Content;

/// <summary>Makes the name of an attachment safe to store and to show.</summary>
/// <remarks>
/// Cleaned after normalising, so that nothing turns dangerous by it: no path, no control, direction or zero-width
/// characters, no reserved name of Windows, no dots or blanks at the ends; at most 120 characters with the extension kept.
/// </remarks>
internal static class AttachmentNames
{
    private const int MaxLength = 120;
    private const int MaxExtension = 20;
    private const string Forbidden = "<>:\"|?*";

    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "CLOCK$", "CONIN$", "CONOUT$",
        "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
        "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
    };

    /// <summary>The safe form of a name; a made one where nothing is left of it.</summary>
    /// <param name="name">The name as the mail gives it, or <see langword="null"/>.</param>
    /// <param name="contentType">The media type, for the extension of a made name.</param>
    /// <param name="number">The place of the attachment, from 1, for a made name.</param>
    public static string Clean(string? name, string contentType, int number)
    {
        var cleaned = Shorten(Strip(Normalize(name ?? string.Empty)));
        if (cleaned.Length == 0)
        {
            return $"attachment-{number.ToString(CultureInfo.InvariantCulture)}{MediaTypes.ExtensionOf(contentType) ?? ".bin"}";
        }

        var stem = cleaned.IndexOf('.', StringComparison.Ordinal) is var dot and >= 0 ? cleaned[..dot] : cleaned;
        return Reserved.Contains(stem.Trim()) ? "_" + cleaned : cleaned;
    }

    private static string Normalize(string name)
    {
        // A lone surrogate can't be normalised; it is no character either.
        var text = new string([.. name.Select((c, i) => IsLoneSurrogate(name, i) ? '_' : c)]);
        text = text.Normalize(NormalizationForm.FormKC);
        var slash = text.LastIndexOfAny(['/', '\\', '\u2044', '\u2215', '\uFF0F', '\uFF3C']);
        return slash >= 0 ? text[(slash + 1)..] : text;
    }

    private static bool IsLoneSurrogate(string text, int i) =>
        char.IsHighSurrogate(text[i]) && !(i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
        || char.IsLowSurrogate(text[i]) && !(i > 0 && char.IsHighSurrogate(text[i - 1]));

    private static string Strip(string name)
    {
        var kept = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (Forbidden.Contains(c, StringComparison.Ordinal))
            {
                kept.Append('_');
            }
            else if (char.IsSurrogate(c) || char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned))
            {
                kept.Append(char.IsWhiteSpace(c) ? ' ' : c);
            }
        }

        return kept.ToString().Trim(' ').TrimEnd('.', ' ').TrimStart('.');
    }

    private static string Shorten(string name)
    {
        if (name.Length <= MaxLength)
        {
            return name;
        }

        var dot = name.LastIndexOf('.');
        var extension = dot > 0 && name.Length - dot <= MaxExtension ? name[dot..] : string.Empty;
        var end = MaxLength - extension.Length;
        if (char.IsHighSurrogate(name[end - 1]))
        {
            end--;
        }

        return name[..end].TrimEnd('.', ' ') + extension;
    }
}
