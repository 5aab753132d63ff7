namespace HelpDesk.Email.Protocols.Imap.Model;

/// <summary>What STORE does with flags (RFC 9051 section 6.4.6).</summary>
public enum ImapFlagChange
{
    /// <summary>Sets them beside those that are set.</summary>
    Add,

    /// <summary>Takes them off.</summary>
    Remove,

    /// <summary>Sets them in place of all others.</summary>
    Replace,
}
