namespace HelpDesk.Email.Protocols.Smtp;

/// <summary>A reply of an SMTP server (RFC 5321 section 4.2). Immutable.</summary>
/// <param name="Code">Its three digits.</param>
/// <param name="EnhancedStatusCode">The code of RFC 3463 at its beginning, for instance <c>5.1.1</c>; <see langword="null"/> where there is none of the same class.</param>
/// <param name="Text">Its words, the lines of a longer reply joined by spaces, without the enhanced code; shortened, and without control characters.</param>
public sealed record SmtpServerReply(int Code, string? EnhancedStatusCode, string Text)
{
    /// <summary>Whether the command was carried out.</summary>
    public bool IsPositive => Code is >= 200 and < 300;

    /// <summary>Whether the server waits for what belongs to the command.</summary>
    public bool IsIntermediate => Code is >= 300 and < 400;

    /// <summary>Whether the same may succeed later.</summary>
    public bool IsTransient => Code is >= 400 and < 500;

    /// <summary>Code and words as the server sent them.</summary>
    public override string ToString() => EnhancedStatusCode is null ? $"{Code} {Text}" : $"{Code} {EnhancedStatusCode} {Text}";
}
