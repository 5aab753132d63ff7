using System.Globalization;
using System.Text;
using HelpDesk.Email.Composition;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Mailing;

/// <summary>Makes the octets of a host's own mail fit to be sent: CR LF at every line end, no Bcc, with Message-ID and Date.</summary>
internal static class ReadyMailOctets
{
    private static readonly byte[] LineEnd = "\r\n"u8.ToArray();

    /// <summary>Copies a mail.</summary>
    /// <param name="content">The mail as the host gave it.</param>
    /// <param name="messageId">Its Message-ID where it has none of its own; otherwise <see langword="null"/>.</param>
    /// <param name="date">Its date where it has none; otherwise <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public static async ValueTask<MailContent> MakeAsync(MailContent content, string? messageId, DateTimeOffset? date, CancellationToken cancellationToken)
    {
        var writer = new MailContentWriter();
        await using (writer.ConfigureAwait(false))
        {
            await WriteFieldAsync(writer, "Message-ID", messageId, cancellationToken).ConfigureAwait(false);
            await WriteFieldAsync(writer, "Date", date?.ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture), cancellationToken).ConfigureAwait(false);
            var octets = content.OpenRead();
            await using (octets.ConfigureAwait(false))
            {
                await CopyAsync(octets, writer, cancellationToken).ConfigureAwait(false);
            }

            return writer.Complete();
        }
    }

    private static async ValueTask WriteFieldAsync(MailContentWriter writer, string name, string? value, CancellationToken cancellationToken)
    {
        if (value is not null)
        {
            await writer.WriteAsync(Encoding.ASCII.GetBytes($"{name}: {value}\r\n"), cancellationToken).ConfigureAwait(false);
        }
    }

    private static async ValueTask CopyAsync(Stream octets, MailContentWriter writer, CancellationToken cancellationToken)
    {
        var lines = new LineCutter(octets);
        var isHeader = true;
        var isLeftOut = false;
        while (await lines.ReadAsync(cancellationToken).ConfigureAwait(false) is { } piece)
        {
            if (isHeader && piece.StartsLine)
            {
                isHeader = piece.Octets.Length > 0 || !piece.EndsLine;
                isLeftOut = isHeader && (IsFolded(piece.Octets.Span) ? isLeftOut : IsBcc(piece.Octets.Span));
            }

            if (isLeftOut && isHeader)
            {
                continue;
            }

            await writer.WriteAsync(piece.Octets, cancellationToken).ConfigureAwait(false);
            if (piece.EndsLine)
            {
                await writer.WriteAsync(LineEnd, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static bool IsFolded(ReadOnlySpan<byte> line) => line.Length > 0 && line[0] is (byte)' ' or (byte)'\t';

    private static bool IsBcc(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf((byte)':');
        if (colon < 0)
        {
            return false;
        }

        var name = line[..colon].TrimEnd(" \t"u8);
        return Ascii.EqualsIgnoreCase(name, "Bcc"u8) || Ascii.EqualsIgnoreCase(name, "Resent-Bcc"u8);
    }
}
