namespace HelpDesk.Email.Protocols.Drop;

/// <summary>What lies under the name of a file whose mail is committed.</summary>
internal enum DropPresence
{
    /// <summary>The same octets.</summary>
    Same,

    /// <summary>Nothing.</summary>
    Gone,

    /// <summary>Something else.</summary>
    Replaced,
}
