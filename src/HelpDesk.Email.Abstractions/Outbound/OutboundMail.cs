using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Outbound;

/// <summary>A mail as a transport gets it.</summary>
/// <param name="MessageId">Its Message-ID with angle brackets, the same in every attempt.</param>
/// <param name="ReversePath">The envelope sender (RFC 5321); empty for <c>&lt;&gt;</c>.</param>
/// <param name="Recipients">The envelope recipients of this attempt, at least one.</param>
/// <param name="Content">The octets, CR LF at every line end; the caller disposes them.</param>
public sealed record OutboundMail(string MessageId, string ReversePath, IReadOnlyList<string> Recipients, MailContent Content)
{
    /// <summary>
    /// Whether a header field holds characters beyond ASCII (RFC 6532), so that only a server that offers SMTPUTF8 may get the mail
    /// (RFC 6531). What the addresses of the envelope need, a transport sees by themselves.
    /// </summary>
    /// <value>False by default. The engine writes words as encoded-words, and sets it where an international address stands in the header.</value>
    public bool NeedsSmtpUtf8 { get; init; }

    /// <summary>Whether reports on the delivery are wanted: where not, a transport that can asks the servers for none (RFC 3461, <c>NOTIFY=NEVER</c>).</summary>
    /// <value>True by default; false for automatic answers.</value>
    public bool WantsReports { get; init; } = true;
}
