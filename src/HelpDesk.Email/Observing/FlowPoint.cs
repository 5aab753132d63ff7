namespace HelpDesk.Email.Observing;

/// <summary>The places between two durable steps of the flow, in the order in which a mail comes by them.</summary>
internal enum FlowPoint
{
    /// <summary>The octets are read and spooled; the journal knows nothing of them.</summary>
    AfterSpool,

    /// <summary>The rows of received mail are committed; their source was not told.</summary>
    AfterJournalCommit,

    /// <summary>The source is about to be told what the journal has.</summary>
    BeforeAcknowledge,

    /// <summary>The source marked, moved or deleted; the journal does not know it yet.</summary>
    AfterAcknowledge,

    /// <summary>The journal knows that the source was told.</summary>
    AfterAcknowledgeCommit,

    /// <summary>Rows are claimed, and the attempt of each is counted.</summary>
    AfterClaim,

    /// <summary>A row was looked at; what was decided is in memory alone.</summary>
    BeforeDecisionCommit,

    /// <summary>The decision and its reservations are committed.</summary>
    AfterDecisionCommit,

    /// <summary>The ticket store is about to be given the change; the contact is there.</summary>
    BeforeApply,

    /// <summary>The ticket store has applied the change; the journal does not know it yet.</summary>
    AfterApply,

    /// <summary>The journal has the ticket store's result.</summary>
    AfterResultCommit,

    /// <summary>Mail, index and events are planned, in memory alone.</summary>
    BeforeCompletionCommit,

    /// <summary>The row is finished, with its outbox rows and events.</summary>
    AfterCompletionCommit,

    /// <summary>A decision was given up, or the row set back to be tried later.</summary>
    AfterSetBackCommit,

    /// <summary>Outbox rows are claimed.</summary>
    AfterOutboxClaim,

    /// <summary>The outbox row says that it is being sent; the transport has not got it.</summary>
    AfterSendingCommit,

    /// <summary>The other side took the mail, or refused it; the outbox does not know it yet.</summary>
    AfterHandOver,

    /// <summary>The outbox row has what became of each recipient.</summary>
    AfterDeliveryCommit,
}
