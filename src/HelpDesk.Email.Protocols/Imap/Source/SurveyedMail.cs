namespace HelpDesk.Email.Protocols.Imap.Source;

/// <summary>A mail before it is fetched.</summary>
/// <param name="Uid">Its UID.</param>
/// <param name="Octets">How long it is by the server's word; <see langword="null"/> where the server refused to tell.</param>
internal sealed record SurveyedMail(uint Uid, long? Octets)
{
    /// <summary>When the mailbox got it, where that was asked.</summary>
    public DateTimeOffset? InternalDate { get; init; }

    /// <summary>The field Message-ID, where that was asked.</summary>
    public ReadOnlyMemory<byte> Header { get; init; }

    /// <summary>Whether its octets have to be compared with those that are known.</summary>
    public bool IsSuspect { get; init; }
}
