using System.Buffers;
using System.Text;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Protocols.Smtp;

/// <summary>Octets above 127, which not every server takes (RFC 6152).</summary>
internal static class EightBit
{
    /// <summary>Whether a mail has any.</summary>
    public static async ValueTask<bool> IsInAsync(MailContent content, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            var octets = content.OpenRead();
            await using (octets.ConfigureAwait(false))
            {
                while (await octets.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var count)
                {
                    if (!Ascii.IsValid(buffer.AsSpan(0, count)))
                    {
                        return true;
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
}
