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
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(1);
    private readonly string _folder = Path.GetFullPath(folder);

    /// <inheritdoc/>
    public async ValueTask<DeliveryResult> SendAsync(OutboundMail mail, CancellationToken cancellationToken)
    {
        // What fails here is the mail's own store, not the folder: an exception, not a closed channel.
        var name = await PickupFileName.OfAsync(mail, cancellationToken).ConfigureAwait(false);
        var octets = mail.Content.OpenRead();
        await using (octets.ConfigureAwait(false))
        {
            try
            {
                await WriteAsync(name, octets, cancellationToken).ConfigureAwait(false);
                return DeliveryResult.ForAll(mail, RecipientStatus.Accepted, $"Written as {name}");
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return DeliveryResult.Closed(Explain(exception), RetryAfter);
            }
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
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private string Explain(Exception exception) =>
        $"The folder '{_folder}' can't be written ({exception.Message}) Give this process the right to write there, make room, or set another Folder.";

    private async ValueTask WriteAsync(string name, Stream octets, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(_folder);
        var unfinished = Path.Combine(_folder, $"{name}.{Guid.NewGuid():N}.tmp");
        try
        {
            var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 65_536, useAsync: true);
            await using (file.ConfigureAwait(false))
            {
                await octets.CopyToAsync(file, cancellationToken).ConfigureAwait(false);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, Path.Combine(_folder, name), overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }

        FolderFlush.Flush(_folder);
    }
}
