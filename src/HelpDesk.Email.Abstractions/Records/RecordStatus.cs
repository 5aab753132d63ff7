namespace HelpDesk.Email.Records;

/// <summary>How an <see cref="IRecordModule.ApplyAsync"/> ended.</summary>
public enum RecordStatus
{
    /// <summary>The change stands, by this call or by an earlier one with the same id.</summary>
    Applied,

    /// <summary>The operation was ended by an empty change before it had any effect; it never will have one.</summary>
    Void,

    /// <summary>The module does not do what is asked, for instance because the record is gone. Nothing was changed.</summary>
    Refused,
}
