namespace HelpDesk.Email.Storage;

/// <summary>What became of a row of the journal.</summary>
public enum JournalOutcome
{
    /// <summary>Not finished.</summary>
    None,

    /// <summary>Made a ticket.</summary>
    Created,

    /// <summary>Became an entry of a ticket.</summary>
    Appended,

    /// <summary>Told us something (a delivery report, a receipt, a loop) that changed no ticket.</summary>
    Recorded,

    /// <summary>Was refused, and its sender told where that is allowed.</summary>
    Rejected,

    /// <summary>Was set aside by a setting.</summary>
    Ignored,

    /// <summary>Is a copy of another row.</summary>
    Duplicate,

    /// <summary>Could not be processed, or may not be; kept with its octets to be looked at and replayed.</summary>
    Quarantined,

    /// <summary>Was quarantined and then thrown away by a person.</summary>
    Discarded,
}
