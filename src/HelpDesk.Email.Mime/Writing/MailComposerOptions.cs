namespace HelpDesk.Email.Mime;

/// <summary>How drafts are written. Immutable, safe to share.</summary>
public sealed record MailComposerOptions
{
    /// <summary>The options used where none are given.</summary>
    public static MailComposerOptions Default { get; } = new();

    /// <summary>Whether addresses beyond ASCII may be written as UTF-8 (RFC 6532): only where the relay offers SMTPUTF8.</summary>
    /// <value>False by default: such an address is refused.</value>
    public bool AllowSmtpUtf8 { get; init; }

    /// <summary>The charset of bodies, by its IANA name; a body that it can't hold is written as UTF-8. Headers are always UTF-8.</summary>
    /// <value><c>utf-8</c> by default.</value>
    public string Charset { get; init; } = "utf-8";

    /// <summary>
    /// Whether long lines of plain text are broken so that readers join them again (format=flowed, RFC 3676). White space at the end
    /// of lines is then dropped.
    /// </summary>
    /// <value>True by default.</value>
    public bool FlowedText { get; init; } = true;

    /// <summary>How many identifiers a References field has at most.</summary>
    /// <value>20 by default.</value>
    public int MaxReferences { get; init; } = 20;

    /// <summary>The clock for drafts without a date.</summary>
    /// <value>The system's clock by default.</value>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
