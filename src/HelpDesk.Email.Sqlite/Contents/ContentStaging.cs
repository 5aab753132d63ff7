using System.Buffers;
using System.Security.Cryptography;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Sqlite.Connections;
using HelpDesk.Email.Sqlite.Databases;

namespace HelpDesk.Email.Sqlite.Contents;

/// <summary>
/// Brings octets to where a transaction can take them over at once: few stay in memory, many are written beforehand in
/// chunks, so that nobody waits long for the writer. Disposing it removes what no transaction took over.
/// </summary>
internal sealed class ContentStaging(Database database) : IAsyncDisposable
{
    /// <summary>Up to how many octets stand in memory and are written with their row.</summary>
    public const long MaxInline = 1 << 20;

    private readonly List<long> _stages = [];

    /// <summary>Prepares the octets of a mail.</summary>
    public ValueTask<PreparedContent> AddAsync(MailContent content, CancellationToken cancellationToken)
    {
        var hash = Convert.FromHexString(content.Hash);
        return content.TryGetMemory(out var octets) && octets.Length <= MaxInline
            ? ValueTask.FromResult(new PreparedContent(hash, octets.Length) { Octets = octets })
            : AddAsync(hash, content.Length, content.OpenRead, cancellationToken);
    }

    /// <summary>Prepares octets of which length and hash are known.</summary>
    /// <exception cref="InvalidDataException">They are others than was said.</exception>
    public async ValueTask<PreparedContent> AddAsync(byte[] hash, long length, Func<Stream> open, CancellationToken cancellationToken)
    {
        // Known ones are not read again.
        var known = await database.ReadAsync(connection => Find(connection, hash), cancellationToken).ConfigureAwait(false);
        if (known)
        {
            return new PreparedContent(hash, length);
        }

        var source = open();
        await using (source.ConfigureAwait(false))
        {
            return length <= MaxInline
                ? await BufferAsync(hash, (int)length, source, cancellationToken).ConfigureAwait(false)
                : await StageAsync(hash, length, source, cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var stage in _stages)
        {
            await DropAsync(stage).ConfigureAwait(false);
        }
    }

    /// <summary>Removes what processes that died left behind.</summary>
    public static async ValueTask SweepAsync(Database database, CancellationToken cancellationToken)
    {
        while (await database.ReadAsync(connection => StageTable.Stale(connection, database.Now), cancellationToken).ConfigureAwait(false) is { } stale)
        {
            while (await database.WriteAsync(connection => StageTable.DropSome(connection, stale), cancellationToken).ConfigureAwait(false))
            {
            }

            ContentLog.Swept(database.Logger, stale);
        }
    }

    private static bool Find(Connection connection, byte[] hash) =>
        ContentTable.Find(connection, hash) is { HasOctets: true };

    private static async ValueTask<PreparedContent> BufferAsync(byte[] hash, int length, Stream source, CancellationToken cancellationToken)
    {
        // One more than promised, so that a source that has more is noticed.
        var octets = new byte[length + 1];
        var read = await source.ReadAtLeastAsync(octets, octets.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        var content = octets.AsMemory(0, Math.Min(read, length));
        Verify(hash, SHA256.HashData(content.Span), length, read);
        return new PreparedContent(hash, length) { Octets = content };
    }

    private async ValueTask<PreparedContent> StageAsync(byte[] hash, long length, Stream source, CancellationToken cancellationToken)
    {
        await SweepAsync(database, cancellationToken).ConfigureAwait(false);
        var stage = await database.WriteAsync(connection => StageTable.Open(connection, database.Now), cancellationToken).ConfigureAwait(false);
        _stages.Add(stage);
        using var computed = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var chunk = ArrayPool<byte>.Shared.Rent(Chunks.Size);
        try
        {
            var total = 0L;
            for (var position = 0L; ; position++)
            {
                var read = await source.ReadAtLeastAsync(chunk.AsMemory(0, Chunks.Size), Chunks.Size, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
                total += read;
                if (read == 0 || total > length)
                {
                    Verify(hash, computed.GetHashAndReset(), length, total);
                    return new PreparedContent(hash, length) { Stage = stage };
                }

                computed.AppendData(chunk, 0, read);
                await WriteAsync(stage, position, chunk.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    private async ValueTask WriteAsync(long stage, long position, ReadOnlyMemory<byte> octets, CancellationToken cancellationToken)
    {
        var isThere = await database.WriteAsync(
            connection =>
            {
                if (!StageTable.Touch(connection, stage, database.Now))
                {
                    return false;
                }

                Chunks.Insert(connection, stage, position, octets.Span);
                return true;
            },
            octets.Length,
            cancellationToken).ConfigureAwait(false);
        if (!isThere)
        {
            throw new StoreUnavailableException("A large mail was taken for abandoned while it was written; try again.");
        }
    }

    private async ValueTask DropAsync(long stage)
    {
        try
        {
            // Not ended by the caller's token: that is what may have brought us here.
            while (await database.WriteAsync(connection => StageTable.DropSome(connection, stage), CancellationToken.None).ConfigureAwait(false))
            {
            }
        }
        catch (Exception e) when (e is StoreUnavailableException or ObjectDisposedException)
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
