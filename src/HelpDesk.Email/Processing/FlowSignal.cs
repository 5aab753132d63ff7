namespace HelpDesk.Email.Processing;

/// <summary>How an action, or the commit of what it gave, ended.</summary>
internal enum FlowSignal
{
    /// <summary>Decided to change a ticket.</summary>
    ChangeDecided,

    /// <summary>Decided that no ticket is changed.</summary>
    VerdictReached,

    /// <summary>The reservation is a finished row's: this one is its copy.</summary>
    TwinFinished,

    /// <summary>The reservation is an unfinished row's.</summary>
    TwinUnfinished,

    /// <summary>The row answers, or follows on, one that is not finished.</summary>
    ParentUnfinished,

    /// <summary>A step wants the row later.</summary>
    Deferred,

    /// <summary>The ticket store applied the change, now or earlier.</summary>
    Applied,

    /// <summary>The ticket store will never apply the operation.</summary>
    Voided,

    /// <summary>What follows is planned.</summary>
    Concluded,

    /// <summary>The action failed, and may be tried again.</summary>
    Failed,

    /// <summary>The action failed as often as it may.</summary>
    FailedForGood,

    /// <summary>A store or a network was away: nothing counts.</summary>
    Unavailable,
}
