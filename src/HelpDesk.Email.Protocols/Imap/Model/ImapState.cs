namespace HelpDesk.Email.Protocols.Imap.Model;

/// <summary>How far a conversation has come (RFC 9051 section 3).</summary>
[Flags]
public enum ImapState
{
    /// <summary>In no state: there is no connection yet.</summary>
    None = 0,

    /// <summary>Nobody is logged in.</summary>
    NotAuthenticated = 1,

    /// <summary>Logged in; no folder is open.</summary>
    Authenticated = 2,

    /// <summary>A folder is open.</summary>
    Selected = 4,

    /// <summary>The conversation is over.</summary>
    Logout = 8,
}
