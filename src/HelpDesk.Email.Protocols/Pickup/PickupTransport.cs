using System.Buffers;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Outbound;

namespace HelpDesk.Email.Protocols.Pickup;

/// <summary>Writes each mail to a folder as an <c>.eml</c> file, octet for octet.</summary>
/// <remarks>
/// Whoever watches the folder sees whole mails only: a mail is written under a name that ends in <c>.tmp</c>, flushed to
/// the disk, renamed, and the folder is flushed too before the mail counts as accepted. What a crash leaves of a
/// <c>.tmp</c> file may be deleted. The envelope is not written: who needs it reads To and Cc.
/// </remarks>
/// <param name="folder">The folder, which is made where it does not exist.</param>
internal sealed class PickupTransport(string folder) : IOutboundTransport
{
    private const int Window = 64 * 1024;

    private static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(1);

    private readonly string _folder = Path.GetFullPath(folder);
    private bool _isDisposed;

    /// <inheritdoc/>
    public async ValueTask<DeliveryResult> SendAsync(OutboundMail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (mail.Recipients.Count == 0)
        {
            throw new ArgumentException("A mail needs a recipient.", nameof(mail));
        }

        var name = await PickupFileName.OfAsync(mail, cancellationToken).ConfigureAwait(false);
        var octets = mail.Content.OpenRead();
        await using (octets.ConfigureAwait(false))
        {
            return await WriteAsync(mail, name, octets, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<CheckReport> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(_folder);
            var probe = Path.Combine(_folder, $"check-{Guid.NewGuid():N}.tmp");
            await File.WriteAllBytesAsync(probe, [], cancellationToken).ConfigureAwait(false);
            File.Delete(probe);
            return new CheckReport(true, $"The folder '{_folder}' can be written.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new CheckReport(false, Explain(exception));
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _isDisposed = true;
        return ValueTask.CompletedTask;
    }

    private async ValueTask<DeliveryResult> WriteAsync(OutboundMail mail, string name, Stream octets, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Window);
        var isReading = false;
        try
        {
            var file = PickupFile.Create(_folder, name);
            await using (file.ConfigureAwait(false))
            {
                while (true)
                {
                    isReading = true;
                    var count = await octets.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
                    isReading = false;
                    if (count == 0)
                    {
                        break;
                    }

                    await file.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
                }

                await file.CompleteAsync().ConfigureAwait(false);
            }

            return DeliveryResult.ForAll(mail, RecipientStatus.Accepted, $"Written as {name}");
        }
        catch (Exception exception) when (!isReading && exception is (IOException or UnauthorizedAccessException))
        {
            // What fails while the mail is read is its own store and not the folder: an exception, not a closed channel.
            return DeliveryResult.Closed(Explain(exception), RetryAfter);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private string Explain(Exception exception) =>
        $"The folder '{_folder}' can't be written ({exception.Message}) Give this process the right to write there, make room, or set another Folder.";
}
