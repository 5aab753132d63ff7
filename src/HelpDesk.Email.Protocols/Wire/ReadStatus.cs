namespace HelpDesk.Email.Protocols.Wire;

/// <summary>What a wait for the other side gave.</summary>
internal enum ReadStatus
{
    /// <summary>There are octets to look at.</summary>
    Data,

    /// <summary>Nothing more will come.</summary>
    Closed,

    /// <summary>The other side was silent for too long.</summary>
    TimedOut,

    /// <summary>Our own side wants to end the conversation.</summary>
    Interrupted,
}
