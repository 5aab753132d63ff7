namespace HelpDesk.Email.Protocols.Tests.Transcripts;

/// <summary>What a line of a transcript does.</summary>
internal enum TranscriptStepKind
{
    /// <summary><c>S: text</c>: the server says a line.</summary>
    ServerLine,

    /// <summary><c>S~ text</c>: the server sends the text with its escapes, and no line end.</summary>
    ServerOctets,

    /// <summary><c>S-many: n text</c>: the server sends the text with its escapes n times.</summary>
    ServerMany,

    /// <summary><c>S-mail: name</c>: the server sends the octets that the test gave that name.</summary>
    ServerMail,

    /// <summary><c>C: text</c>: the client must say this line.</summary>
    ClientLine,

    /// <summary><c>C~ text</c>: the client must send exactly these octets, given with escapes.</summary>
    ClientOctets,

    /// <summary><c>tls</c>: the server shakes hands.</summary>
    Tls,

    /// <summary><c>wait name</c>: the server waits until the test opens the gate.</summary>
    Wait,

    /// <summary><c>silence</c>: the server says nothing more, until the client goes.</summary>
    Silence,

    /// <summary><c>close</c>: the server closes the connection.</summary>
    Close,

    /// <summary><c>reset</c>: the server cuts the connection.</summary>
    Reset,
}
