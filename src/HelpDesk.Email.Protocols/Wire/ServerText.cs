using System.Text;

namespace HelpDesk.Email.Protocols.Wire;

/// <summary>What a server says to people, made safe for a log, an exception and a console.</summary>
internal static class ServerText
{
    /// <summary>How much of it is worth keeping.</summary>
    public const int Longest = 400;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Octets as text: UTF-8 where they are that, else ISO-8859-1; control characters become spaces.</summary>
    public static string Decode(ReadOnlySpan<byte> octets)
    {
        string text;
        try
        {
            text = StrictUtf8.GetString(octets);
        }
        catch (DecoderFallbackException)
        {
            text = Encoding.Latin1.GetString(octets);
        }

        return text.Any(char.IsControl) ? string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < target.Length; i++)
            {
                target[i] = char.IsControl(source[i]) ? ' ' : source[i];
            }
        }) : text;
    }

    /// <summary>The beginning of a text that may be long.</summary>
    public static string Shorten(string text) => text.Length <= Longest ? text.Trim() : text[..Longest].Trim() + "...";
}
