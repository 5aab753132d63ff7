namespace HelpDesk.Email.Records;

/// <summary>What is done to a record.</summary>
public enum RecordOperation
{
    /// <summary>It is made.</summary>
    Create,

    /// <summary>It is changed.</summary>
    Update,

    /// <summary>It is deleted, or whatever comes next to it: a ticket is closed.</summary>
    Delete,
}
