namespace HelpDesk.Email.Protocols.Smtp;

/// <summary>From whom a mail comes and to whom it goes, whatever its header says (RFC 5321 section 2.3.1). Immutable.</summary>
/// <param name="ReversePath">Where reports go; empty for <c>&lt;&gt;</c>, which asks for none.</param>
/// <param name="Recipients">The recipients, at least one.</param>
public sealed record SmtpEnvelope(string ReversePath, IReadOnlyList<string> Recipients)
{
    /// <summary>Whether an address or a header field holds characters beyond ASCII: the server must offer SMTPUTF8 then (RFC 6531).</summary>
    public bool NeedsSmtpUtf8 { get; init; }

    /// <summary>Whether reports on the delivery are wanted; where not, the servers are asked for none (RFC 3461, <c>NOTIFY=NEVER</c>) where the first one offers DSN.</summary>
    /// <value>True by default.</value>
    public bool WantsReports { get; init; } = true;

    /// <summary>Asks for reports of failures and delays that name this text (RFC 3461), where the server offers DSN; <see langword="null"/> leaves it to the servers.</summary>
    public string? ReportId { get; init; }
}
