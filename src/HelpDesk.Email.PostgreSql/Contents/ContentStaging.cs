using System.Buffers;
using System.Security.Cryptography;
using HelpDesk.Email.Messages;
using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.PostgreSql.Databases;

namespace HelpDesk.Email.PostgreSql.Contents;

/// <summary>Gets octets ready for one commit. What was written beforehand and is not taken over is removed when this is disposed.</summary>
internal sealed class ContentStaging(Database database) : IAsyncDisposable
{
    /// <summary>Up to how many octets stand in memory and are written with their row.</summary>
    public const long MaxInline = 1 << 20;

    private readonly List<(long Stage, byte[]? Hash)> _stages = [];

    /// <summary>Prepares the octets of a mail.</summary>
    public ValueTask<PreparedContent> AddAsync(MailContent content, CancellationToken cancellationToken)
    {
        var hash = Convert.FromHexString(content.Hash);
        return database.Place.OctetsFolder is null && content.TryGetMemory(out var octets) && octets.Length <= MaxInline
            ? ValueTask.FromResult(new PreparedContent(hash, octets.Length) { Octets = octets })
            : AddAsync(hash, content.Length, content.OpenRead, cancellationToken);
    }

    /// <summary>Prepares octets of which length and hash are known, and that are not stored.</summary>
    /// <exception cref="InvalidDataException">They are others than was said.</exception>
    public async ValueTask<PreparedContent> AddNewAsync(byte[] hash, long length, Func<Stream> open, CancellationToken cancellationToken)
    {
        var source = open();
        await using (source.ConfigureAwait(false))
        {
            return database.Place.OctetsFolder is { } folder ? await FileAsync(folder, hash, length, source, cancellationToken).ConfigureAwait(false)
                : length <= MaxInline ? await BufferAsync(hash, (int)length, source, cancellationToken).ConfigureAwait(false)
                : await ChunkAsync(hash, length, source, cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (stage, hash) in _stages)
        {
            await DropAsync(stage, hash).ConfigureAwait(false);
        }
    }

    private async ValueTask<PreparedContent> AddAsync(byte[] hash, long length, Func<Stream> open, CancellationToken cancellationToken)
    {
        // Known ones are not read again.
        var known = await database.ReadAsync((session, token) => session.QueryAsync([ContentTable.FindStored(hash)], row => row.Flag(), token), cancellationToken).ConfigureAwait(false);
        return known.Count > 0 ? new PreparedContent(hash, length) : await AddNewAsync(hash, length, open, cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask<PreparedContent> BufferAsync(byte[] hash, int length, Stream source, CancellationToken cancellationToken)
    {
        // One more than promised, so that a source that has more is noticed.
        var octets = new byte[length + 1];
        var read = await source.ReadAtLeastAsync(octets, octets.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        var content = octets.AsMemory(0, Math.Min(read, length));
        Verify(hash, SHA256.HashData(content.Span), length, read);
        return new PreparedContent(hash, length) { Octets = content };
    }

    private async ValueTask<PreparedContent> ChunkAsync(byte[] hash, long length, Stream source, CancellationToken cancellationToken)
    {
        var stage = await OpenAsync(hash: null, cancellationToken).ConfigureAwait(false);
        var position = 0L;
        await CopyAsync(
            hash,
            length,
            source,
            async octets =>
            {
                Sql[] statements = [StageTable.NoSync(), StageTable.Touch(database, stage), Chunks.Insert(stage, position++, octets)];
                await database.ExecuteAsync(statements, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        return new PreparedContent(hash, length) { Stage = stage };
    }

    private async ValueTask<PreparedContent> FileAsync(string folder, byte[] hash, long length, Stream source, CancellationToken cancellationToken)
    {
        var stage = await OpenAsync(hash, cancellationToken).ConfigureAwait(false);
        var path = OctetsFolder.PathOf(folder, hash, stage);
        try
        {
            var file = OctetsFolder.Create(path);
            await using (file.ConfigureAwait(false))
            {
                await CopyAsync(hash, length, source, octets => file.WriteAsync(octets, cancellationToken), cancellationToken).ConfigureAwait(false);
                file.Flush(flushToDisk: true);
            }

            OctetsFolder.FlushNames(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException($"The octets of a mail could not be written to '{folder}', or not be read.", e);
        }

        return new PreparedContent(hash, length) { Stage = stage, InFolder = true };
    }

    private async ValueTask<long> OpenAsync(byte[]? hash, CancellationToken cancellationToken)
    {
        await StageSweep.RunAsync(database, cancellationToken).ConfigureAwait(false);
        var opened = await database.RunAsync(
            (session, token) => session.QueryAsync([StageTable.Open(database, hash)], row => row.Number(), token), cancellationToken).ConfigureAwait(false);
        _stages.Add((opened[0], hash));
        return opened[0];
    }

    private static async ValueTask CopyAsync(byte[] hash, long length, Stream source, Func<ReadOnlyMemory<byte>, ValueTask> write, CancellationToken cancellationToken)
    {
        using var computed = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var chunk = ArrayPool<byte>.Shared.Rent(Chunks.Size);
        try
        {
            for (var total = 0L; ;)
            {
                var read = await source.ReadAtLeastAsync(chunk.AsMemory(0, Chunks.Size), Chunks.Size, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
                total += read;
                if (read == 0 || total > length)
                {
                    Verify(hash, computed.GetHashAndReset(), length, total);
                    return;
                }

                computed.AppendData(chunk, 0, read);
                await write(chunk.AsMemory(0, read)).ConfigureAwait(false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    private async ValueTask DropAsync(long stage, byte[]? hash)
    {
        try
        {
            // Not ended by the caller's token: that is what may have brought us here.
            var left = await database.RunAsync(
                (session, token) => session.QueryAsync([Sql.Read("SELECT id FROM content_stage WHERE id = $1").Add(stage)], row => row.Number(), token),
                CancellationToken.None).ConfigureAwait(false);
            if (left.Count > 0)
            {
                await StageSweep.DropAsync(database, stage, hash, CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is StoreUnavailableException or ObjectDisposedException or IOException)
        {
            // It belongs to nothing and is swept later; what the caller is about to hear matters more.
            ContentLog.NotDropped(database.Logger, stage, e);
        }
    }

    private static void Verify(ReadOnlySpan<byte> promised, ReadOnlySpan<byte> computed, long length, long read)
    {
        if (read != length || !promised.SequenceEqual(computed))
        {
            throw new InvalidDataException($"The octets are others than was said: {length} of them with SHA-256 {Convert.ToHexStringLower(promised)} were announced.");
        }
    }
}
