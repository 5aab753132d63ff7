namespace HelpDesk.Email.PostgreSql;

/// <summary>Where the database is and how it is used. Read once, when the stores are made; refused at once where it can't work.</summary>
public sealed record PostgreSqlOptions
{
    /// <summary>The connection string of Npgsql, for instance <c>Host=db.example.test;Database=helpdesk;Username=helpdesk</c>.</summary>
    /// <remarks>Pool size, timeouts and encryption are what it says. Each process holds one connection more than its pool, for its name.</remarks>
    public required string ConnectionString { get; init; }

    /// <summary>The schema that holds everything: made at first use, so that several installations can share one database.</summary>
    /// <value>The default is <c>helpdesk</c>; lower-case letters, digits and <c>_</c>, at most 40.</value>
    public string Schema { get; init; } = "helpdesk";

    /// <summary>A folder that all machines share, for the octets of mail and files; <see langword="null"/> to keep them in the database.</summary>
    /// <remarks>Octets stay where they are when this changes later, so what was in the folder must remain readable.</remarks>
    /// <value>The default is <see langword="null"/>.</value>
    public string? OctetsFolder { get; init; }

    /// <summary>Whether statements are prepared and kept on each connection. Switch it off behind a pooler that can't keep them.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool PreparesStatements { get; init; } = true;

    /// <summary>The number of the first ticket; each further one is greater, by one unless a write failed. A later, greater value makes a gap; a smaller one does nothing.</summary>
    /// <value>The default is 1000; at least 1.</value>
    public long FirstTicketNumber { get; init; } = 1000;

    /// <summary>What stands before the number of each new ticket, for instance <c>HD-</c>: letters, digits, <c>-</c>, <c>_</c>, <c>.</c> and <c>/</c>, at most 20.</summary>
    /// <value>The default is empty.</value>
    public string TicketNumberPrefix { get; init; } = string.Empty;
}
