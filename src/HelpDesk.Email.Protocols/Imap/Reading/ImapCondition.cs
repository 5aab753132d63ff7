namespace HelpDesk.Email.Protocols.Imap.Reading;

/// <summary>The five words that say how it stands (RFC 9051 section 7.1).</summary>
internal enum ImapCondition
{
    /// <summary>Done, or a greeting.</summary>
    Ok,

    /// <summary>Refused.</summary>
    No,

    /// <summary>Not understood.</summary>
    Bad,

    /// <summary>The server ends the conversation.</summary>
    Bye,

    /// <summary>A greeting to somebody who is logged in already.</summary>
    PreAuth,
}
