namespace HelpDesk.Email.Storage;

/// <summary>What a purge let go.</summary>
/// <param name="Count">How many contents; octets that rows shared count once.</param>
/// <param name="Octets">How many octets they had.</param>
public sealed record PurgedContent(int Count, long Octets)
{
    /// <summary>Nothing.</summary>
    public static PurgedContent None { get; } = new(0, 0);
}
