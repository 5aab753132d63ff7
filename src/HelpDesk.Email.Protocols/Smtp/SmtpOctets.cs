using System.Buffers;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Protocols.Clients;
using HelpDesk.Email.Protocols.Wire;

namespace HelpDesk.Email.Protocols.Smtp;

/// <summary>Writes the octets of a mail, a few kilobytes in memory at a time.</summary>
internal static class SmtpOctets
{
    private const int Window = 16 * 1024;

    /// <summary>Writes all of them and the dot, which leaves with the next read.</summary>
    public static async ValueTask WriteAsync(ClientConnection connection, MailContent content, StepDeadline step, CancellationToken cancellationToken)
    {
        var encoder = new DotEncoder();
        var buffer = ArrayPool<byte>.Shared.Rent(Window);
        try
        {
            var octets = content.OpenRead();
            await using (octets.ConfigureAwait(false))
            {
                while (await octets.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var count)
                {
                    if (connection.Wire.OctetsWaiting > 0)
                    {
                        await connection.FlushAsync(step).ConfigureAwait(false);
                    }

                    encoder.Encode(buffer.AsSpan(0, count), connection.Wire.Output);
                }
            }
        }
        catch
        {
            // A mail that was begun can't be taken back: only a cut keeps the server from a half one.
            connection.Break();
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        encoder.End(connection.Wire.Output);
        connection.Log.Client("(the octets of the mail)");
    }
}
