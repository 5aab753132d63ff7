namespace HelpDesk.Email.Testing.Outbound;

/// <summary>A mail that a transport in memory was given.</summary>
/// <param name="MessageId">Its Message-ID.</param>
/// <param name="ReversePath">The envelope sender; empty for <c>&lt;&gt;</c>.</param>
/// <param name="Recipients">The envelope recipients.</param>
/// <param name="Octets">What went out.</param>
public sealed record SentMail(string MessageId, string ReversePath, IReadOnlyList<string> Recipients, ReadOnlyMemory<byte> Octets)
{
    /// <summary>The octets as text, one character an octet.</summary>
    public string Text => System.Text.Encoding.Latin1.GetString(Octets.Span);
}
