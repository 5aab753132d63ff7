namespace HelpDesk.Email.Sqlite;

/// <summary>Where the database is and how it is used. Read once, when the stores are made; refused at once where it can't work.</summary>
public sealed record SqliteOptions
{
    /// <summary>The connection string, for instance <c>Data Source=helpdesk.db</c>: a file that may be written, on a disk of this machine.</summary>
    /// <remarks>Write-ahead logs do not work over a network file system. Journal mode, syncing, pooling and cache mode are this package's choice.</remarks>
    public required string ConnectionString { get; init; }

    /// <summary>For how long another process may keep the file to itself before a call ends with a <see cref="Messages.StoreUnavailableException"/>.</summary>
    /// <value>The default is 10 seconds; from 0 to 10 minutes.</value>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The number of the first ticket; each further one is greater by one. A later, greater value makes a gap; a smaller one does nothing.</summary>
    /// <value>The default is 1000; at least 1.</value>
    public long FirstTicketNumber { get; init; } = 1000;

    /// <summary>What stands before the number of each new ticket, for instance <c>HD-</c>: letters, digits, <c>-</c>, <c>_</c>, <c>.</c> and <c>/</c>, at most 20.</summary>
    /// <value>The default is empty.</value>
    public string TicketNumberPrefix { get; init; } = string.Empty;
}
