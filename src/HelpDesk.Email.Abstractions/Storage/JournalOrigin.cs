namespace HelpDesk.Email.Storage;

/// <summary>Where a row of the journal comes from. Everything that makes tickets or mail is a row.</summary>
public enum JournalOrigin
{
    /// <summary>A mail that was received; the content is its octets.</summary>
    Mail,

    /// <summary>An answer that an agent wrote in the host; the content is in the engine's own form.</summary>
    AgentReply,

    /// <summary>A notice of the monitor about a mailbox; the content is JSON of the engine.</summary>
    Monitor,

    /// <summary>Something that happened in the host, which people are told of; the content is in the engine's own form.</summary>
    HostNotice,

    /// <summary>A mail that the host sends; the content is in the engine's own form.</summary>
    HostMail,

    /// <summary>Something whose time has come, such as the closing of a ticket that nobody answers; the content is JSON of the engine.</summary>
    Timer,
}
