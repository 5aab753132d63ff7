using System.Buffers;
using System.Text;
using System.Text.Unicode;
using HelpDesk.Email.Mime.Limits;

namespace HelpDesk.Email.Mime.Encodings;

/// <summary>Turns octets into text: the declared charset where it holds, else what the octets themselves show.</summary>
internal static class TextDecoding
{
    private static readonly SearchValues<byte> Controls = SearchValues.Create(
        [1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 28, 29, 30, 31]);

    // The shared pool keeps what it is given: the text of one huge mail goes to the garbage instead.
    private const int LongestKept = 128 * 1024;

    /// <summary>Decodes text, with <c>\n</c> line ends and without NUL and byte order mark.</summary>
    public static string Decode(ReadOnlySpan<byte> octets, string? charset, TextForm form, MailReadingLimits limits, DefectLog defects)
    {
        var encoding = Choose(ref octets, charset, limits.DefaultCharset, defects);
        if (octets.IsEmpty)
            return "";
        if (octets.Length > limits.MaxDecodedTextChars)
        {
            octets = octets[..limits.MaxDecodedTextChars];
            defects.Add(MailDefectKind.LimitExceeded, "text too long");
        }

        var most = encoding.GetMaxCharCount(octets.Length);
        var rented = ArrayPool<char>.Shared.Rent(most);
        try
        {
            var chars = rented.AsSpan(0, Math.Min(encoding.GetChars(octets, rented), limits.MaxDecodedTextChars));
            chars = TextLines.Normalise(chars);
            if (form != TextForm.Fixed)
                chars = FlowedText.Unwrap(chars, form == TextForm.FlowedDeletingSpaces);
            return new string(chars);
        }
        finally
        {
            if (rented.Length <= LongestKept)
                ArrayPool<char>.Shared.Return(rented);
        }
    }

    /// <summary>Decodes octets of a header: UTF-8 (RFC 6532) where they are, else the default charset.</summary>
    public static string DecodeHeader(ReadOnlySpan<byte> octets, string? defaultCharset)
    {
        if (Utf8.IsValid(octets))
            return Encoding.UTF8.GetString(octets);
        var fallback = defaultCharset is null ? null : Charsets.Find(defaultCharset);
        return (fallback ?? Charsets.Windows1252).GetString(octets);
    }

    /// <summary>The encoding for a text, its byte order mark taken off.</summary>
    public static Encoding Choose(ref ReadOnlySpan<byte> octets, string? charset, string? defaultCharset, DefectLog? defects)
    {
        if (octets.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            octets = octets[3..];
            return Charsets.Utf8;
        }

        if (octets.Length >= 2 && octets[0] == 0xFF && octets[1] == 0xFE)
        {
            octets = octets[2..];
            return Encoding.Unicode;
        }

        if (octets.Length >= 2 && octets[0] == 0xFE && octets[1] == 0xFF)
        {
            octets = octets[2..];
            return Encoding.BigEndianUnicode;
        }

        if (string.IsNullOrWhiteSpace(charset))
            return Undeclared(octets, defaultCharset, defects);

        var encoding = Charsets.Find(charset);
        if (encoding is null)
        {
            defects?.Add(MailDefectKind.WrongCharset, "unknown charset");
            return Undeclared(octets, defaultCharset, defects: null);
        }

        return encoding.CodePage switch
        {
            65001 => DeclaredUtf8(octets, defects),
            20127 => Undeclared(octets, defaultCharset, defects),
            1200 or 1201 => DeclaredUtf16(octets, encoding, defaultCharset, defects),
            _ => encoding,
        };
    }

    private static Encoding Undeclared(ReadOnlySpan<byte> octets, string? defaultCharset, DefectLog? defects)
    {
        if (Ascii.IsValid(octets))
        {
            // Old Japanese mailers send ISO-2022-JP without a word about it.
            return octets.IndexOf("\u001b$"u8) >= 0 ? Charsets.Find("iso-2022-jp")! : Charsets.Utf8;
        }

        if (Utf8.IsValid(octets))
            return Charsets.Utf8;
        defects?.Add(MailDefectKind.WrongCharset, "octets outside the declared charset");
        var fallback = defaultCharset is null ? null : Charsets.Find(defaultCharset);
        return fallback is null || fallback.CodePage is 65001 or 20127 ? Charsets.Windows1252 : fallback;
    }

    private static Encoding DeclaredUtf8(ReadOnlySpan<byte> octets, DefectLog? defects)
    {
        if (Utf8.IsValid(octets))
            return Charsets.Utf8;
        defects?.Add(MailDefectKind.WrongCharset, "invalid utf-8");
        var sound = 0;
        var unsound = 0;
        while (!octets.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(octets, out var rune, out var taken);
            if (status != OperationStatus.Done)
                unsound++;
            else if (rune.Value > 127)
                sound++;
            octets = octets[taken..];
        }

        // Other charsets hardly ever make a sound sequence: where there are some, the text was UTF-8 and got cut or damaged.
        return sound * 4 >= unsound ? Charsets.Utf8 : Charsets.Windows1252;
    }

    private static Encoding DeclaredUtf16(ReadOnlySpan<byte> octets, Encoding declared, string? defaultCharset, DefectLog? defects)
    {
        var even = 0;
        var odd = 0;
        var sample = octets[..Math.Min(octets.Length, 512)];
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] == 0 && (i & 1) == 0)
                even++;
            else if (sample[i] == 0)
                odd++;
        }

        // Letters of the first alphabets have octets that are no character of any text in another charset.
        if (even == 0 && odd == 0 && octets.IndexOfAny(Controls) < 0 && Utf8.IsValid(octets))
        {
            defects?.Add(MailDefectKind.WrongCharset, "octets outside the declared charset");
            return Undeclared(octets, defaultCharset, defects: null);
        }

        if (odd > 2 * even)
            return Encoding.Unicode;
        return even > 2 * odd ? Encoding.BigEndianUnicode : declared;
    }
}
