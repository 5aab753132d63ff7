using System.Buffers;
using System.Text;
using HelpDesk.Email.Mime.Limits;
using HelpDesk.Email.Mime.Octets;

namespace HelpDesk.Email.Mime.Headers;

/// <summary>Reads Content-Type (RFC 2045 section 5) and Content-Disposition (RFC 2183).</summary>
internal static class ContentTypes
{
    private static readonly SearchValues<byte> TokenEnds = SearchValues.Create(" \t;(\r\n"u8);

    // The names nearly every part uses, so that reading makes no new string for them.
    private static readonly string[] Usual =
    [
        "text", "plain", "html", "multipart", "alternative", "mixed", "related", "image", "png", "jpeg", "gif", "application", "pdf", "octet-stream",
        "message", "rfc822", "report", "delivery-status", "signed", "calendar", "attachment", "inline",
    ];

    public static MediaType ReadType(ReadOnlySpan<byte> octets, MailReadingLimits limits, DefectLog defects)
    {
        var buffer = new PooledOctets(0);
        var reader = new ParameterReader(HeaderText.Unfold(octets, ref buffer));
        try
        {
            var first = reader.ReadFirst();
            var slash = first.IndexOf((byte)'/');
            var type = slash < 0 ? first : first[..slash];
            type = type.Trim(" \t\""u8);
            var subtype = slash < 0 ? default : first[(slash + 1)..].Trim(" \t\""u8);
            var parameters = ParameterAssembly.Read(ref reader, limits, defects);
            if (IsToken(type) && IsToken(subtype))
                return new MediaType(Lower(type), Lower(subtype), parameters);
            defects.Add(MailDefectKind.MalformedContentType, "unreadable content type");
            return MediaType.PlainText with { Parameters = parameters };
        }
        finally
        {
            reader.Dispose();
            buffer.Dispose();
        }
    }

    public static (string? Disposition, HeaderParameters Parameters) ReadDisposition(ReadOnlySpan<byte> octets, MailReadingLimits limits, DefectLog defects)
    {
        var buffer = new PooledOctets(0);
        var reader = new ParameterReader(HeaderText.Unfold(octets, ref buffer));
        try
        {
            // Some senders leave the word out and begin with the parameters.
            var bare = octets.TrimStart(" \t\r\n"u8);
            var equals = bare.IndexOf((byte)'=');
            var semicolon = bare.IndexOf((byte)';');
            if (equals > 0 && (semicolon < 0 || equals < semicolon))
                return (null, ParameterAssembly.Read(ref reader, limits, defects));
            var first = reader.ReadFirst().Trim(" \t\""u8);
            var parameters = ParameterAssembly.Read(ref reader, limits, defects);
            if (first.IsEmpty)
                return (null, parameters);
            if (Ascii.EqualsIgnoreCase(first, "inline"))
                return ("inline", parameters);
            // An unknown disposition is to be handled as an attachment (RFC 2183 section 2.8).
            return ("attachment", parameters);
        }
        finally
        {
            reader.Dispose();
            buffer.Dispose();
        }
    }

    public static TransferEncoding ReadEncoding(ReadOnlySpan<byte> octets)
    {
        var token = octets.Trim(" \t\r\n\"';"u8);
        var end = token.IndexOfAny(TokenEnds);
        if (end >= 0)
            token = token[..end];
        if (token.IsEmpty || Is(token, "7bit") || Is(token, "8bit") || Is(token, "binary") || Is(token, "7-bit") || Is(token, "8-bit") || Is(token, "none"))
            return TransferEncoding.Identity;
        if (Is(token, "base64") || Is(token, "base-64") || Is(token, "x-base64"))
            return TransferEncoding.Base64;
        if (Is(token, "quoted-printable") || Is(token, "quotedprintable") || Is(token, "quoted_printable"))
            return TransferEncoding.QuotedPrintable;
        return Is(token, "x-uuencode") || Is(token, "uuencode") || Is(token, "x-uue") || Is(token, "uue") ? TransferEncoding.UuEncode : TransferEncoding.Unknown;
    }

    private static bool Is(ReadOnlySpan<byte> token, string name) => Ascii.EqualsIgnoreCase(token, name);

    private static bool IsToken(ReadOnlySpan<byte> token) => !token.IsEmpty && token.Length <= 127 && token.IndexOfAnyExceptInRange((byte)0x21, (byte)0x7e) < 0;

    private static string Lower(ReadOnlySpan<byte> token)
    {
        foreach (var usual in Usual)
        {
            if (Ascii.EqualsIgnoreCase(token, usual))
                return usual;
        }

        return Encoding.Latin1.GetString(token).ToLowerInvariant();
    }
}
