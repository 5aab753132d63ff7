namespace HelpDesk.Email.Configuration;

/// <summary>The keys as they stand.</summary>
/// <param name="Current">The one that signs.</param>
/// <param name="Retired">Those that still verify what they signed, the oldest last: hashes that are kept for long are made with that one.</param>
public sealed record SigningKeys(SigningKey Current, IReadOnlyList<SigningKey> Retired)
{
    /// <summary>The key with an id, or <see langword="null"/>.</summary>
    public SigningKey? Find(string id) => Current.Id == id ? Current : Retired.FirstOrDefault(key => key.Id == id);
}
