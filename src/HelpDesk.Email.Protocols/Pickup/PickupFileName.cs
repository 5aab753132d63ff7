using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Outbound;

namespace HelpDesk.Email.Protocols.Pickup;

/// <summary>Names the file of a mail: the UTC time of its Date field, then a hash of its Message-ID.</summary>
/// <remarks>
/// Both are fixed when the mail is made and the same in every attempt, so an attempt that is repeated overwrites its own
/// file, whenever that is; the names sort in the order of time. A mail without a readable Date is called <c>undated</c>.
/// </remarks>
internal static class PickupFileName
{
    private const int HeaderAtMost = 256 * 1024;

    /// <summary>The name for a mail.</summary>
    public static async ValueTask<string> OfAsync(OutboundMail mail, CancellationToken cancellationToken)
    {
        var date = await ReadDateAsync(mail.Content, cancellationToken).ConfigureAwait(false);
        var time = date?.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture) ?? "undated";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mail.MessageId)).AsSpan(0, 16));
        return $"{time}-{hash}.eml";
    }

    private static async ValueTask<DateTimeOffset?> ReadDateAsync(MailContent content, CancellationToken cancellationToken)
    {
        var stream = content.OpenRead();
        await using (stream.ConfigureAwait(false))
        {
            var octets = new byte[Math.Min(content.Length, HeaderAtMost)];
            var length = await stream.ReadAtLeastAsync(octets, octets.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            return FindDate(octets.AsSpan(0, length));
        }
    }

    private static DateTimeOffset? FindDate(ReadOnlySpan<byte> header)
    {
        while (!header.IsEmpty && !header.StartsWith("\r\n"u8))
        {
            var end = header.IndexOf("\r\n"u8);
            var line = end < 0 ? header : header[..end];
            if (line.Length > 5 && Ascii.EqualsIgnoreCase(line[..5], "Date:"u8))
            {
                return Parse(Encoding.ASCII.GetString(line[5..]));
            }

            header = end < 0 ? [] : header[(end + 2)..];
        }

        return null;
    }

    private static DateTimeOffset? Parse(string text)
    {
        // RFC 5322 section 3.3 as our own writer makes it; the name of the day says nothing new.
        var date = text[(text.IndexOf(',', StringComparison.Ordinal) + 1)..].Trim();
        return DateTimeOffset.TryParseExact(date, "d MMM yyyy HH':'mm':'ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed : null;
    }
}
