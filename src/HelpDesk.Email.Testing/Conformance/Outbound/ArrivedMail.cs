namespace HelpDesk.Email.Testing.Conformance.Outbound;

/// <summary>A mail as it arrived on the other side of a transport. Immutable.</summary>
/// <param name="Octets">What arrived, without what the transport's own protocol puts around it.</param>
public sealed record ArrivedMail(ReadOnlyMemory<byte> Octets)
{
    /// <summary>The envelope sender, empty for <c>&lt;&gt;</c>; <see langword="null"/> where it is not kept.</summary>
    public string? ReversePath { get; init; }

    /// <summary>The envelope recipients of this copy, in any order; empty where they are not kept.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];
}
