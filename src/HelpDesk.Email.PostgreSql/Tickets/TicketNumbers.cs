using HelpDesk.Email.PostgreSql.Connections;

namespace HelpDesk.Email.PostgreSql.Tickets;

/// <summary>How tickets are numbered.</summary>
/// <param name="First">The number of the first one.</param>
/// <param name="Prefix">What stands before each.</param>
internal sealed record TicketNumbers(long First, string Prefix)
{
    /// <summary>The number that the transaction has drawn.</summary>
    public const string Drawn = "currval('ticket_number')";

    /// <summary>Draws the next number, which is never given twice; ends the transaction when it is smaller than the first.</summary>
    public Sql Draw() => Sql.Guard($"SELECT helpdesk_require(nextval('ticket_number') >= $1, '{Refusal.NumberTooSmall}')").Add(First);

    /// <summary>Goes on to the first number. Once in the life of the sequence: of several processes one sets it, and it is never set back.</summary>
    public IReadOnlyList<Sql> Advance(long lockKey) =>
    [
        Sql.Guard("SELECT pg_advisory_xact_lock($1)").Add(lockKey),
        Sql.Guard("SELECT setval('ticket_number', $1, false) WHERE (SELECT last_value FROM ticket_number) < $1").Add(First),
    ];
}
