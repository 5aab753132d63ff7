namespace HelpDesk.Email.Protocols.Pop3.Dialogue;

/// <summary>What an answer is.</summary>
internal enum Pop3ReplyKind
{
    /// <summary><c>+OK</c>.</summary>
    Ok,

    /// <summary><c>-ERR</c>.</summary>
    Error,

    /// <summary><c>+</c>: the server waits for more of a log-in.</summary>
    Continue,
}
