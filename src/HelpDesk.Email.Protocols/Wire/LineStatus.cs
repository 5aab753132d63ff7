namespace HelpDesk.Email.Protocols.Wire;

/// <summary>What a wait for a line gave.</summary>
internal enum LineStatus
{
    /// <summary>A whole line.</summary>
    Complete,

    /// <summary>A line that ended with LF alone.</summary>
    BareLineFeed,

    /// <summary>A line that is no text: control characters, or octets that are no UTF-8.</summary>
    NoText,

    /// <summary>A line beyond the limit, passed over up to its end.</summary>
    TooLong,

    /// <summary>So many octets without a line end that there is no point in waiting for one.</summary>
    Endless,

    /// <summary>Nothing more will come.</summary>
    Closed,

    /// <summary>The other side was silent for too long.</summary>
    TimedOut,

    /// <summary>Our own side wants to end the conversation.</summary>
    Interrupted,
}
