namespace HelpDesk.Email.Protocols.Imap.Model;

/// <summary>Whose folders are in a namespace (RFC 2342).</summary>
public enum ImapNamespaceKind
{
    /// <summary>One's own.</summary>
    Personal,

    /// <summary>Those of other users.</summary>
    OtherUsers,

    /// <summary>Everybody's.</summary>
    Shared,
}
