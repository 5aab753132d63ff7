using MimeKit;

namespace HelpDesk.Email.MailKit.Imap;

/// <summary>Header fields as they stand in a mail.</summary>
internal static class HeaderOctets
{
    /// <summary>The octets of all of them, with the empty line after them.</summary>
    public static ReadOnlyMemory<byte> Of(HeaderList? headers)
    {
        if (headers is null)
        {
            return default;
        }

        using var octets = new MemoryStream();
        foreach (var header in headers)
        {
            octets.Write(header.RawField);
            octets.Write(":"u8);
            octets.Write(header.RawValue);
        }

        octets.Write("\r\n"u8);
        return octets.ToArray();
    }
}
