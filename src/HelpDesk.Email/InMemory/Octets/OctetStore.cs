using System.Buffers;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.InMemory.Octets;

/// <summary>Octets, held once for all who share them; large ones lie in temporary files that go with the store.</summary>
/// <remarks>What is staged is not held yet: a commit keeps it, or whoever staged it drops it. Safe on any thread.</remarks>
internal sealed class OctetStore : IDisposable
{
    private const int BufferSize = 65_536;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, HeldContent> _held = new(StringComparer.Ordinal);

    /// <summary>Copies octets, or gives those that are held already.</summary>
    public async ValueTask<HeldContent> StageAsync(MailContent content, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_held.TryGetValue(content.Hash, out var known))
            {
                known.Stagings++;
                return known;
            }
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
    public HeldContent Keep(HeldContent staged)
    {
        lock (_gate)
        {
            return _held.TryAdd(staged.Hash, staged) ? staged : _held[staged.Hash];
        }
    }

    /// <summary>Lets go what was staged and is not held.</summary>
    public void Drop(IEnumerable<HeldContent> staged)
    {
        lock (_gate)
        {
            foreach (var content in staged)
            {
                content.Stagings--;
                DiscardUnused(content);
            }
        }
    }

    /// <summary>Holds octets no longer; who has staged them meanwhile may still keep them.</summary>
    public void Release(HeldContent content)
    {
        lock (_gate)
        {
            if (_held.TryGetValue(content.Hash, out var held) && ReferenceEquals(held, content))
            {
                _held.Remove(content.Hash);
            }

            DiscardUnused(content);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var content in _held.Values)
            {
                content.Discard();
            }

            _held.Clear();
        }
    }

    private void DiscardUnused(HeldContent content)
    {
        if (content.Stagings == 0 && !(_held.TryGetValue(content.Hash, out var held) && ReferenceEquals(held, content)))
        {
            content.Discard();
        }
    }
}
