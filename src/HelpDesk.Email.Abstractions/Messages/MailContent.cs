using System.Security.Cryptography;

namespace HelpDesk.Email.Messages;

/// <summary>The octets of one message, exactly as they were received or will be sent.</summary>
/// <remarks>
/// Can be opened any number of times, also at once. Immutable, hence safe on any thread. Dispose what you were the last
/// to hold: content that was spooled to a temporary file is deleted then; for content in memory or in a store nothing happens.
/// </remarks>
public abstract class MailContent : IDisposable
{
    private string? _hash;

    /// <summary>How many octets there are.</summary>
    public abstract long Length { get; }

    /// <summary>SHA-256 of the octets, as 64 lower-case hexadecimal digits; computed at first use where it is not known.</summary>
    public string Hash => _hash ??= ComputeHash();

    /// <summary>Opens the octets from their start as a seekable stream, which the caller disposes.</summary>
    /// <exception cref="IOException">The octets are no longer there.</exception>
    public abstract Stream OpenRead();

    /// <summary>The octets when they stand in memory anyway; otherwise <see langword="false"/>, and <see cref="OpenRead"/> is the way.</summary>
    public virtual bool TryGetMemory(out ReadOnlyMemory<byte> octets)
    {
        octets = default;
        return false;
    }

    /// <summary>Wraps octets that stand in memory. They must not change afterwards.</summary>
    public static MailContent FromOctets(ReadOnlyMemory<byte> octets) => new MemoryMailContent(octets);

    /// <summary>Wraps a file that stays where it is and is not deleted.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static MailContent FromFile(string path) => new FileMailContent(path, deleteOnDispose: false);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>For implementations that own a resource.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }

    /// <summary>For implementations that know the hash beforehand.</summary>
    protected void SetHash(string hash) => _hash = hash;

    private string ComputeHash()
    {
        if (TryGetMemory(out var octets))
        {
            return Convert.ToHexStringLower(SHA256.HashData(octets.Span));
        }

        using var stream = OpenRead();
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
