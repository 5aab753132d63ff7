using System.Security.Cryptography;

namespace HelpDesk.Email.Messages;

/// <summary>Takes the octets of one message as they come in, and makes a <see cref="MailContent"/> of them.</summary>
/// <remarks>
/// What stays below the threshold stays in memory; what grows above it goes on in a temporary file, so a message of
/// 100 MB never stands in memory. The hash of what goes to a file is computed on the way. For one writer at a time. Disposed without
/// <see cref="Complete"/>, it removes what it wrote; what a killed process left behind is removed a day later.
/// </remarks>
public sealed class MailContentWriter : IAsyncDisposable
{
    /// <summary>From how many octets on content goes to a temporary file.</summary>
    /// <value>1 MB (1,048,576 octets).</value>
    public const int SpoolThreshold = 1 << 20;

    private readonly string _folder;
    private IncrementalHash? _hash;
    private byte[]? _memory;
    private FileStream? _file;
    private string? _path;

    /// <summary>Starts a message.</summary>
    /// <param name="spoolFolder">Where large content is kept meanwhile; the system's temporary folder when left out.</param>
    /// <param name="expectedLength">How many octets will probably come, where that is known: so much memory is taken at once, up to the threshold.</param>
    public MailContentWriter(string? spoolFolder = null, long? expectedLength = null)
    {
        _folder = spoolFolder ?? Path.GetTempPath();
        _memory = GC.AllocateUninitializedArray<byte>((int)Math.Clamp(expectedLength ?? 0, 0, SpoolThreshold));
    }

    /// <summary>How many octets were written so far.</summary>
    public long Length { get; private set; }

    /// <summary>Appends octets.</summary>
    /// <exception cref="IOException">The temporary file can't be written.</exception>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellationToken)
    {
        if (_memory is not null && Length + octets.Length > SpoolThreshold)
        {
            await SpillAsync(cancellationToken).ConfigureAwait(false);
        }

        if (_file is not null)
        {
            _hash!.AppendData(octets.Span);
            await _file.WriteAsync(octets, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            Keep(octets.Span);
        }

        Length += octets.Length;
    }

    /// <summary>Ends the message and hands its content over; the writer is used up then.</summary>
    public MailContent Complete()
    {
        if (_file is not null)
        {
            _file.Dispose();
            _file = null;
            var spooled = new FileMailContent(_path!, deleteOnDispose: true, Convert.ToHexStringLower(_hash!.GetHashAndReset()));
            _path = null;
            return spooled;
        }

        // As long as was expected: nothing has to be copied.
        var octets = _memory!.Length == Length ? _memory : _memory.AsSpan(0, (int)Length).ToArray();
        return MailContent.FromOctets(octets);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _hash?.Dispose();
        if (_file is not null)
        {
            await _file.DisposeAsync().ConfigureAwait(false);
        }

        if (_path is not null)
        {
            File.Delete(_path);
        }
    }

    private async ValueTask SpillAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(_folder);
        SpoolSweep.Run(_folder, TimeProvider.System.GetUtcNow());
        _path = Path.Combine(_folder, $"mail-{Guid.NewGuid():N}.spool");
        _file = new FileStream(_path, SpoolFile());
        _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var kept = _memory.AsMemory(0, (int)Length);
        _hash.AppendData(kept.Span);
        await _file.WriteAsync(kept, cancellationToken).ConfigureAwait(false);
        _memory = null;
    }

    private void Keep(ReadOnlySpan<byte> octets)
    {
        var length = (int)Length;
        if (_memory!.Length - length < octets.Length)
        {
            var larger = GC.AllocateUninitializedArray<byte>(Math.Max(length + octets.Length, Math.Min(2 * _memory.Length, SpoolThreshold)));
            _memory.AsSpan(0, length).CopyTo(larger);
            _memory = larger;
        }

        octets.CopyTo(_memory.AsSpan(length));
    }

    // Mail is nobody else's business, also in a folder that everybody shares.
    private static FileStreamOptions SpoolFile()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.Read,
            BufferSize = 65_536,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
