namespace HelpDesk.Email.PostgreSql.Contents;

/// <summary>Octets that are ready to be stored together with the row that needs them.</summary>
/// <param name="Hash">Their SHA-256.</param>
/// <param name="Length">How many there are.</param>
internal sealed record PreparedContent(byte[] Hash, long Length)
{
    /// <summary>The octets themselves, when they are few.</summary>
    public ReadOnlyMemory<byte>? Octets { get; init; }

    /// <summary>Where they were written beforehand, when they are many.</summary>
    public long? Stage { get; init; }

    /// <summary>Whether the stage is a file of the shared folder.</summary>
    public bool InFolder { get; init; }

    /// <summary>Whether they were stored already.</summary>
    public bool IsKnown => Octets is null && Stage is null;
}
