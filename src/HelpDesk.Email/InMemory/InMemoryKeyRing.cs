using System.Security.Cryptography;
using HelpDesk.Email.Configuration;

namespace HelpDesk.Email.InMemory;

/// <summary>A key ring that lives as long as the process: for tests and trials.</summary>
/// <remarks>After a restart nothing that was signed before verifies any more. Immutable, hence safe on any thread.</remarks>
public sealed class InMemoryKeyRing : IKeyRing
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    private readonly SigningKeys _keys;

    /// <summary>Makes a ring with one random key.</summary>
    public InMemoryKeyRing()
        : this(new SigningKeys(
            new SigningKey(RandomNumberGenerator.GetString(Alphabet, 2), RandomNumberGenerator.GetBytes(32)),
            Retired: []))
    {
    }

    /// <summary>Makes a ring of known keys, so that signatures can be foretold in a test.</summary>
    public InMemoryKeyRing(SigningKeys keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        _keys = keys;
    }

    /// <inheritdoc/>
    public ValueTask<SigningKeys> GetAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(_keys);
    }
}
