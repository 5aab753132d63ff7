namespace HelpDesk.Email.Cli.Replay.Scenarios;

/// <summary>What can be done to a ticket in the host's own program.</summary>
internal enum HostEvent
{
    /// <summary>An agent answers: the requester gets mail.</summary>
    Replied,

    /// <summary>An agent writes a note that technicians alone may read.</summary>
    Noted,

    /// <summary>It is closed.</summary>
    Closed,

    /// <summary>It is opened again.</summary>
    Reopened,

    /// <summary>Somebody is put in charge: <c>to</c>, or else who does it.</summary>
    Assigned,

    /// <summary>It goes to another department, <c>to</c>.</summary>
    Moved,

    /// <summary>It takes no more mail.</summary>
    Locked,

    /// <summary>It takes mail again.</summary>
    Unlocked,

    /// <summary>It becomes part of another ticket, <c>to</c>.</summary>
    Merged,

    /// <summary>Somebody, <c>to</c>, gets its mail from now on.</summary>
    Subscribed,

    /// <summary>It was made by somebody, in the host.</summary>
    Created,

    /// <summary>An article of the knowledge base changed.</summary>
    ArticleChanged,

    /// <summary>It is closed because nobody answered.</summary>
    AutoClosed,

    /// <summary>It is time to ask how the help was.</summary>
    SurveyDue,

    /// <summary>An event of the host's own, <c>name</c>.</summary>
    Custom,
}
