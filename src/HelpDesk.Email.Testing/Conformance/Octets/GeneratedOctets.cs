using System.Security.Cryptography;

namespace HelpDesk.Email.Testing.Conformance.Octets;

/// <summary>Octets that can be made and compared anywhere from a seed and a length.</summary>
internal sealed class GeneratedOctets
{
    private readonly ulong _seed;

    public GeneratedOctets(int seed, long length)
    {
        // Far apart, so that no two seeds share a stretch.
        _seed = (ulong)seed << 40;
        Length = length;
        using var stream = Open();
        Hash = Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    public long Length { get; }

    /// <summary>SHA-256, lower-case hexadecimal.</summary>
    public string Hash { get; }

    /// <summary>Opens them from the start.</summary>
    /// <param name="canSeek">Whether the stream can go back.</param>
    /// <param name="onRead">Told the position after each read; may throw in its reader's face.</param>
    public Stream Open(bool canSeek = true, Action<long>? onRead = null) => new GeneratedStream(_seed, Length, canSeek, onRead);

    /// <summary>Expects that a stream holds these octets and no more.</summary>
    public async Task ExpectSameAsync(Stream found, string what, CancellationToken cancellationToken)
    {
        using var expected = Open();
        var wanted = new byte[81_920];
        var given = new byte[wanted.Length];
        long position = 0;
        while (true)
        {
            var wantedCount = await expected.ReadAtLeastAsync(wanted, wanted.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            var givenCount = await found.ReadAtLeastAsync(given, given.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            var common = wanted.AsSpan(0, wantedCount).CommonPrefixLength(given.AsSpan(0, givenCount));
            Expect.That(
                common == wantedCount && common == givenCount,
                $"{what} differs from octet {position + common} on (of {Length}).");
            if (wantedCount == 0)
            {
                return;
            }

            position += wantedCount;
        }
    }
}
