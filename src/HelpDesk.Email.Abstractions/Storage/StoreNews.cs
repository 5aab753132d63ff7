namespace HelpDesk.Email.Storage;

/// <summary>Where there may be new rows, as <see cref="IMailStoreNode.WaitForNewsAsync"/> tells it.</summary>
[Flags]
public enum StoreNews
{
    /// <summary>Nowhere.</summary>
    None = 0,

    /// <summary>In the journal: a mail came in, or was put back.</summary>
    Journal = 1,

    /// <summary>In the outbox: a mail is to be sent.</summary>
    Outbox = 2,

    /// <summary>Among the events that the host is told.</summary>
    Events = 4,

    /// <summary>Anywhere: for a time nobody listened.</summary>
    All = Journal | Outbox | Events,
}
