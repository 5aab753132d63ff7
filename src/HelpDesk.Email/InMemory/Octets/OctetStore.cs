using System.Buffers;
using System.Collections.Concurrent;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.InMemory.Octets;

/// <summary>Octets, held once for all who share them; large ones lie in temporary files that go with the store.</summary>
/// <remarks>What is staged is not held yet: a commit keeps it, or whoever staged it drops it. Safe on any thread.</remarks>
internal sealed class OctetStore : IDisposable
{
    private const int BufferSize = 65_536;

    private readonly ConcurrentDictionary<string, HeldContent> _held = new(StringComparer.Ordinal);

    /// <summary>Copies octets, or gives those that are held already.</summary>
    public async ValueTask<HeldContent> StageAsync(MailContent content, CancellationToken cancellationToken)
    {
        if (_held.TryGetValue(content.Hash, out var known))
        {
            return known;
        }

        var stream = content.OpenRead();
        await using (stream.ConfigureAwait(false))
        {
            return await CopyAsync(stream, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Copies what a stream has left.</summary>
    public static async ValueTask<HeldContent> CopyAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        var writer = new MailContentWriter();
        await using (writer.ConfigureAwait(false))
        {
            try
            {
                int read;
                while ((read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
                {
                    await writer.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                }
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }

            return new HeldContent(writer.Complete());
        }
    }

    /// <summary>Holds what was staged from now on; a twin that came first stays instead.</summary>
    public HeldContent Keep(HeldContent staged) => _held.GetOrAdd(staged.Hash, staged);

    /// <summary>Lets go what was staged and is not held.</summary>
    public void Drop(IEnumerable<HeldContent> staged)
    {
        foreach (var content in staged)
        {
            if (!_held.TryGetValue(content.Hash, out var held) || !ReferenceEquals(held, content))
            {
                content.Discard();
            }
        }
    }

    public void Dispose()
    {
        foreach (var content in _held.Values)
        {
            content.Discard();
        }

        _held.Clear();
    }
}
