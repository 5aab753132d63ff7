namespace HelpDesk.Email.Configuration;

/// <summary>The keys that sign Message-IDs, reply addresses and links; the same for all machines of an installation.</summary>
/// <remarks>Called for every mail, from several threads: implementations keep the keys in memory. A ring that is empty makes its first key.</remarks>
public interface IKeyRing
{
    /// <summary>The keys as they stand.</summary>
    ValueTask<SigningKeys> GetAsync(CancellationToken cancellationToken);
}
