namespace HelpDesk.Email.Protocols.Pop3.Model;

/// <summary>How far a conversation has come (RFC 1939 section 3).</summary>
[Flags]
public enum Pop3State
{
    /// <summary>In no state: there is no connection yet.</summary>
    None = 0,

    /// <summary>Nobody is logged in.</summary>
    Authorization = 1,

    /// <summary>Logged in; the mailbox is locked for us.</summary>
    Transaction = 2,

    /// <summary>QUIT was said: the server removes what was deleted.</summary>
    Update = 4,
}
