using HelpDesk.Email.Configuration;
using HelpDesk.Email.Contacts;
using HelpDesk.Email.Erasure;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Sqlite.Connections;
using HelpDesk.Email.Sqlite.Contacts;
using HelpDesk.Email.Sqlite.Databases;
using HelpDesk.Email.Sqlite.Erasure;
using HelpDesk.Email.Sqlite.Keys;
using HelpDesk.Email.Sqlite.Knowledge;
using HelpDesk.Email.Sqlite.Tickets;
using HelpDesk.Email.Storage;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Sqlite;

/// <summary>All stores over one file, with the one writer that they share.</summary>
internal sealed class SqliteStores : IDisposable
{
    private readonly Database _database;

    /// <summary>Puts the stores together; opens nothing.</summary>
    /// <exception cref="HelpDeskConfigurationException">An option is wrong; the message names it and the fix.</exception>
    public SqliteStores(SqliteOptions options, TimeProvider clock, ILogger logger)
    {
        Validate(options);
        _database = new Database(new SqliteFile(options.ConnectionString, options.BusyTimeout), clock, logger);
        var tickets = new SqliteTicketStore(_database, new TicketNumbers(options.FirstTicketNumber, options.TicketNumberPrefix));
        Mail = new SqliteMailStore(_database);
        Tickets = tickets;
        Contacts = new SqliteContactDirectory(_database);
        Knowledge = new SqliteKnowledgeBase(_database);
        Keys = new SqliteKeyRing(_database);
        Eraser = new SqlitePersonEraser(_database);
    }

    public IMailStore Mail { get; }

    public SqliteTicketStore Tickets { get; }

    public SqliteContactDirectory Contacts { get; }

    public SqliteKnowledgeBase Knowledge { get; }

    public IKeyRing Keys { get; }

    public IPersonEraser Eraser { get; }

    public void Dispose() => _database.Dispose();

    /// <summary>Refuses what can't work.</summary>
    public static void Validate(SqliteOptions options)
    {
        _ = new SqliteFile(options.ConnectionString, options.BusyTimeout);
        if (options.BusyTimeout < TimeSpan.Zero || options.BusyTimeout > TimeSpan.FromMinutes(10))
        {
            throw new HelpDeskConfigurationException("SqliteOptions.BusyTimeout must be from 0 to 10 minutes.");
        }

        if (options.FirstTicketNumber < 1)
        {
            throw new HelpDeskConfigurationException("SqliteOptions.FirstTicketNumber must be at least 1.");
        }

        if (options.TicketNumberPrefix.Length > 20 || !options.TicketNumberPrefix.All(c => char.IsAsciiLetterOrDigit(c) || "-_./".Contains(c, StringComparison.Ordinal)))
        {
            throw new HelpDeskConfigurationException("SqliteOptions.TicketNumberPrefix may hold letters, digits, '-', '_', '.' and '/', at most 20 of them.");
        }
    }
}
