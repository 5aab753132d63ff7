namespace HelpDesk.Email.Processing;

/// <summary>What is committed after a signal.</summary>
internal enum FlowStep
{
    /// <summary>The decision and its reservations.</summary>
    CommitDecision,

    /// <summary>The row's end, with all that follows.</summary>
    Finish,

    /// <summary>The row's end as a copy of another one.</summary>
    FinishAsDuplicate,

    /// <summary>The row's end in quarantine.</summary>
    Quarantine,

    /// <summary>The row's end with mails that could not be made.</summary>
    FinishWithFailedMail,

    /// <summary>The ticket store's result.</summary>
    CommitResult,

    /// <summary>The end of a decision, and a new operation for the next.</summary>
    GiveUp,

    /// <summary>Asks the ticket store, by an empty change, to end the operation; its answer is the next signal.</summary>
    EndOperation,

    /// <summary>Sets the row back to wait for another one.</summary>
    Wait,

    /// <summary>Sets the row back; the attempt does not count.</summary>
    Postpone,

    /// <summary>Sets the row back; the attempt counts.</summary>
    Retry,
}
