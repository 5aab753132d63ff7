using HelpDesk.Email.Mime.Encodings;

namespace HelpDesk.Email.Mime.Containers;

/// <summary>Text in the code page of the sender.</summary>
internal static class TnefText
{
    public static string Decode(ReadOnlySpan<byte> octets, string? charset)
    {
        var end = octets.IndexOf((byte)0);
        if (end >= 0)
            octets = octets[..end];
        var encoding = TextDecoding.Choose(ref octets, charset, defaultCharset: null, defects: null);
        return encoding.GetString(octets);
    }
}
