namespace HelpDesk.Email.Sqlite.Contents;

/// <summary>Octets that are ready to be stored together with the row that needs them.</summary>
/// <param name="Hash">Their SHA-256.</param>
/// <param name="Length">How many there are.</param>
internal sealed record PreparedContent(byte[] Hash, long Length)
{
    /// <summary>The octets themselves, when they are few.</summary>
    public ReadOnlyMemory<byte>? Octets { get; init; }

    /// <summary>Where they were written beforehand, when they are many.</summary>
    public long? Stage { get; init; }

    /// <summary>How much the row's own transaction has to write.</summary>
    public long Weight => Octets?.Length ?? 0;
}
