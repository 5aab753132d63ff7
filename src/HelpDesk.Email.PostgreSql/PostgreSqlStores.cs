using HelpDesk.Email.Configuration;
using HelpDesk.Email.Erasure;
using HelpDesk.Email.Messages;
using HelpDesk.Email.PostgreSql.Contacts;
using HelpDesk.Email.PostgreSql.Databases;
using HelpDesk.Email.PostgreSql.Erasure;
using HelpDesk.Email.PostgreSql.Keys;
using HelpDesk.Email.PostgreSql.Knowledge;
using HelpDesk.Email.PostgreSql.Tickets;
using HelpDesk.Email.Storage;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.PostgreSql;

/// <summary>All stores over one schema, with the pool of connections that they share.</summary>
internal sealed class PostgreSqlStores : IDisposable
{
    private readonly Database _database;

    /// <summary>Puts the stores together; opens nothing.</summary>
    /// <exception cref="HelpDeskConfigurationException">An option is wrong; the message names it and the fix.</exception>
    public PostgreSqlStores(PostgreSqlOptions options, TimeProvider clock, ILogger logger)
    {
        Validate(options);
        _database = new Database(PlaceOf(options), clock, logger);
        Mail = new PostgreSqlMailStore(_database);
        Tickets = new PostgreSqlTicketStore(_database, new TicketNumbers(options.FirstTicketNumber, options.TicketNumberPrefix));
        Contacts = new PostgreSqlContactDirectory(_database);
        Knowledge = new PostgreSqlKnowledgeBase(_database);
        Keys = new PostgreSqlKeyRing(_database);
        Eraser = new PostgreSqlPersonEraser(_database);
    }

    public IMailStore Mail { get; }

    public PostgreSqlTicketStore Tickets { get; }

    public PostgreSqlContactDirectory Contacts { get; }

    public PostgreSqlKnowledgeBase Knowledge { get; }

    public IKeyRing Keys { get; }

    public IPersonEraser Eraser { get; }

    /// <summary>What wakes the other processes.</summary>
    public Bell Bell => _database.Bell;

    public void Dispose() => _database.Dispose();

    /// <summary>What the options say of where the data is.</summary>
    public static Place PlaceOf(PostgreSqlOptions options) => new(options.ConnectionString, options.Schema, options.OctetsFolder, options.PreparesStatements);

    /// <summary>Refuses what can't work.</summary>
    public static void Validate(PostgreSqlOptions options)
    {
        _ = ConnectionText.Of(PlaceOf(options));
        if (options.Schema is not { Length: > 0 and <= 40 } || !options.Schema.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_') || char.IsAsciiDigit(options.Schema[0]))
        {
            throw new HelpDeskConfigurationException("PostgreSqlOptions.Schema may hold lower-case letters, digits and '_', at most 40 of them, and begins with no digit.");
        }

        if (options.OctetsFolder is { } folder && !Directory.Exists(folder))
        {
            throw new HelpDeskConfigurationException($"PostgreSqlOptions.OctetsFolder names '{folder}', which is not there. Make the folder, or mount it, on every machine.");
        }

        if (options.FirstTicketNumber < 1)
        {
            throw new HelpDeskConfigurationException("PostgreSqlOptions.FirstTicketNumber must be at least 1.");
        }

        if (options.TicketNumberPrefix.Length > 20 || !options.TicketNumberPrefix.All(c => char.IsAsciiLetterOrDigit(c) || "-_./".Contains(c, StringComparison.Ordinal)))
        {
            throw new HelpDeskConfigurationException("PostgreSqlOptions.TicketNumberPrefix may hold letters, digits, '-', '_', '.' and '/', at most 20 of them.");
        }
    }
}
