using System.Security.Cryptography;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Protocols.Drop;

/// <summary>Reads the files of a drop folder, and takes them away.</summary>
/// <param name="folder">The folder.</param>
internal sealed class DropFiles(string folder)
{
    /// <summary>The sub-folder of mail that is committed.</summary>
    internal const string Processed = "processed";

    private const int ChunkLength = 64 * 1024;
    private const int StemAtMost = 150;

    /// <summary>Copies the octets of a file; <see langword="null"/> when it changes meanwhile.</summary>
    /// <remarks>A copy, because a file of other people may change between the commit of its hash and that of its octets.</remarks>
    /// <exception cref="IOException">It can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">This process may not read it.</exception>
    public async ValueTask<MailContent?> CopyAsync(DropFile file, CancellationToken cancellationToken)
    {
        var writer = new MailContentWriter();
        await using (writer.ConfigureAwait(false))
        {
            var stream = Open(file);
            await using (stream.ConfigureAwait(false))
            {
                var chunk = new byte[Math.Min(ChunkLength, file.Length + 1)];
                int read;
                while (writer.Length <= file.Length && (read = await stream.ReadAsync(chunk, cancellationToken).ConfigureAwait(false)) > 0)
                {
                    await writer.WriteAsync(chunk.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                }
            }

            return writer.Length == file.Length && DropFile.Of(new FileInfo(PathOf(file))) == file ? writer.Complete() : null;
        }
    }

    /// <summary>What lies under the name of a file whose mail is committed.</summary>
    public async ValueTask<DropPresence> LookForAsync(DropFile file, string contentHash, CancellationToken cancellationToken)
    {
        var info = new FileInfo(PathOf(file));
        if (!info.Exists)
        {
            return DropPresence.Gone;
        }

        if (info.Length != file.Length || info.LinkTarget is not null)
        {
            return DropPresence.Replaced;
        }

        var stream = Open(file);
        await using (stream.ConfigureAwait(false))
        {
            var hash = await SHA256.HashDataAsync(stream, cancellationToken).ConfigureAwait(false);
            return Convert.ToHexStringLower(hash) == contentHash ? DropPresence.Same : DropPresence.Replaced;
        }
    }

    /// <summary>Moves or deletes a file whose mail is committed.</summary>
    public void TakeAway(DropFile file, string contentHash, AfterProcessing action)
    {
        if (action == AfterProcessing.Delete)
        {
            File.Delete(PathOf(file));
            return;
        }

        var processed = Directory.CreateDirectory(Path.Combine(folder, Processed)).FullName;
        var target = Path.Combine(processed, file.Name);
        if (!File.Exists(target))
        {
            File.Move(PathOf(file), target);
            return;
        }

        // The name was used before: never write over another mail, only over these very octets.
        var stem = Path.GetFileNameWithoutExtension(file.Name);
        File.Move(PathOf(file), Path.Combine(processed, $"{stem[..Math.Min(stem.Length, StemAtMost)]}-{contentHash}.eml"), overwrite: true);
    }

    private string PathOf(DropFile file) => Path.Combine(folder, file.Name);

    private FileStream Open(DropFile file) => new(PathOf(file), new FileStreamOptions
    {
        Access = FileAccess.Read,
        Share = FileShare.Read | FileShare.Delete,
        Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
        BufferSize = 0,
    });
}
