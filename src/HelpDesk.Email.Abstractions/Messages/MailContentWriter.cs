using System.Security.Cryptography;

namespace HelpDesk.Email.Messages;

/// <summary>Takes the octets of one message as they come in, and makes a <see cref="MailContent"/> of them.</summary>
/// <remarks>
/// What stays below the threshold stays in memory; what grows above it goes on in a temporary file, so a message of
/// 100 MB never stands in memory. The hash is computed on the way. For one writer at a time. Disposed without
/// <see cref="Complete"/>, it removes what it wrote.
/// </remarks>
public sealed class MailContentWriter : IAsyncDisposable
{
    /// <summary>From how many octets on content goes to a temporary file.</summary>
    /// <value>1 MB (1,048,576 octets).</value>
    public const int SpoolThreshold = 1 << 20;

    private readonly string _folder;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private MemoryStream? _memory = new();
    private FileStream? _file;
    private string? _path;

    /// <summary>Starts a message.</summary>
    /// <param name="spoolFolder">Where large content is kept meanwhile; the system's temporary folder when left out.</param>
    public MailContentWriter(string? spoolFolder = null) => _folder = spoolFolder ?? Path.GetTempPath();

    /// <summary>How many octets were written so far.</summary>
    public long Length { get; private set; }

    /// <summary>Appends octets.</summary>
    /// <exception cref="IOException">The temporary file can't be written.</exception>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellationToken)
    {
        _hash.AppendData(octets.Span);
        Length += octets.Length;
        if (_memory is not null && Length > SpoolThreshold)
        {
            await SpillAsync(cancellationToken).ConfigureAwait(false);
        }

        if (_file is not null)
        {
            await _file.WriteAsync(octets, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            _memory!.Write(octets.Span);
        }
    }

    /// <summary>Ends the message and hands its content over; the writer is used up then.</summary>
    public MailContent Complete()
    {
        var hash = Convert.ToHexStringLower(_hash.GetHashAndReset());
        if (_file is not null)
        {
            _file.Dispose();
            _file = null;
            var spooled = new FileMailContent(_path!, deleteOnDispose: true, hash);
            _path = null;
            return spooled;
        }

        return new HashedMemory(_memory!.ToArray(), hash);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _hash.Dispose();
        _memory?.Dispose();
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
        _path = Path.Combine(_folder, $"mail-{Guid.NewGuid():N}.spool");
        _file = new FileStream(_path, SpoolFile());
        _memory!.Position = 0;
        await _memory.CopyToAsync(_file, cancellationToken).ConfigureAwait(false);
        await _memory.DisposeAsync().ConfigureAwait(false);
        _memory = null;
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

    private sealed class HashedMemory : MailContent
    {
        private readonly byte[] _octets;

        public HashedMemory(byte[] octets, string hash)
        {
            _octets = octets;
            SetHash(hash);
        }

        public override long Length => _octets.Length;

        public override Stream OpenRead() => new MemoryStream(_octets, writable: false);

        public override bool TryGetMemory(out ReadOnlyMemory<byte> octets)
        {
            octets = _octets;
            return true;
        }
    }
}
