using System.Text;
using HelpDesk.Email.Mime.Encodings;
using HelpDesk.Email.Mime.Octets;

namespace HelpDesk.Email.Mime;

/// <summary>
/// Decodes encoded-words (RFC 2047) as mail really carries them: in either case, split inside a character, with white space or
/// raw octets in them, in quoted strings, without their end. Linear in the length of the text; thread-safe.
/// </summary>
public static class EncodedWords
{
    private const int DefaultMost = 1000;

    /// <summary>Decodes the encoded-words of a text and leaves the rest of it as it is.</summary>
    /// <param name="text">An unfolded header value or a piece of one.</param>
    /// <param name="maxWords">How many words are decoded; further ones stay as they are.</param>
    /// <returns>The decoded text. Control characters that were encoded are still in it.</returns>
    public static string Decode(string text, int maxWords = DefaultMost)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Contains("=?", StringComparison.Ordinal) ? Decode(Encoding.UTF8.GetBytes(text), null, maxWords) : text;
    }

    /// <summary>Decodes the octets of a header value: encoded-words, and 8-bit octets between and in them.</summary>
    /// <param name="octets">An unfolded header value or a piece of one.</param>
    /// <param name="defaultCharset">The charset of 8-bit octets that are no UTF-8; null means Windows-1252.</param>
    /// <param name="maxWords">How many words are decoded; further ones stay as they are.</param>
    /// <returns>The decoded text. Control characters that were encoded are still in it.</returns>
    public static string Decode(ReadOnlySpan<byte> octets, string? defaultCharset, int maxWords = DefaultMost)
    {
        var start = octets.IndexOf("=?"u8);
        if (start < 0)
            return TextDecoding.DecodeHeader(octets, defaultCharset);

        var text = new StringBuilder(octets.Length);
        var run = new EncodedRun(octets.Length);
        var scanner = new EncodedWordScanner(octets, start);
        var done = 0;
        var words = 0;
        while (words < maxWords && scanner.Next(out var word))
        {
            var between = octets[done..word.Start];
            if (words == 0 || between.IndexOfAnyExcept(" \t\r\n"u8) >= 0)
            {
                run.FlushTo(text, defaultCharset);
                text.Append(TextDecoding.DecodeHeader(between, defaultCharset));
            }

            run.Add(octets, word, text, defaultCharset);
            done = word.End;
            words++;
        }

        run.FlushTo(text, defaultCharset);
        run.Dispose();
        text.Append(TextDecoding.DecodeHeader(octets[done..], defaultCharset));
        return text.ToString();
    }
}
