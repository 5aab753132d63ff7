namespace HelpDesk.Email.Protocols.Listener;

/// <summary>A reverse or forward path that was read (RFC 5321 section 4.1.2).</summary>
/// <param name="Address">The mailbox in it, without source route and needless quotes; empty for <c>&lt;&gt;</c>.</param>
/// <param name="HasDomain">Whether a domain stands in it.</param>
/// <param name="Length">How many characters it took, white space before it included.</param>
internal readonly record struct SmtpPath(string Address, bool HasDomain, int Length)
{
    /// <summary>Whether it is <c>&lt;&gt;</c>.</summary>
    public bool IsNull => Address.Length == 0;

    /// <summary>Whether it goes beyond ASCII, so that SMTPUTF8 must have been said.</summary>
    public bool NeedsUtf8 => !System.Text.Ascii.IsValid(Address);
}
