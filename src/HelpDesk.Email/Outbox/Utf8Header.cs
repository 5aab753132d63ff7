using System.Buffers;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Outbox;

/// <summary>Header fields with characters beyond ASCII (RFC 6532).</summary>
/// <remarks>Words are written as encoded-words, so what remains are addresses: there is no other way to write those.</remarks>
internal static class Utf8Header
{
    private const int Window = 4096;

    /// <summary>Whether a mail has such a field: only a server with SMTPUTF8 may get it.</summary>
    public static async ValueTask<bool> IsInAsync(MailContent content, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Window);
        try
        {
            var octets = content.OpenRead();
            await using (octets.ConfigureAwait(false))
            {
                var isLineEmpty = false;
                while (await octets.ReadAsync(buffer.AsMemory(0, Window), cancellationToken).ConfigureAwait(false) is > 0 and var count)
                {
                    if (Find(buffer.AsSpan(0, count), ref isLineEmpty) is { } found)
                    {
                        return found;
                    }
                }
            }

            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>True at an octet beyond ASCII, false at the line that ends the header, and nothing where neither is found.</summary>
    private static bool? Find(ReadOnlySpan<byte> octets, ref bool isLineEmpty)
    {
        foreach (var octet in octets)
        {
            if (octet > 127)
            {
                return true;
            }

            if (octet == '\n')
            {
                if (isLineEmpty)
                {
                    return false;
                }

                isLineEmpty = true;
            }
            else if (octet != '\r')
            {
                isLineEmpty = false;
            }
        }

        return null;
    }
}
