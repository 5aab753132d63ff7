using System.Globalization;
using HelpDesk.Email.PostgreSql.Connections;

namespace HelpDesk.Email.PostgreSql.Tickets;

/// <summary>How tickets are numbered.</summary>
/// <param name="First">The number of the first one.</param>
/// <param name="Prefix">What stands before each.</param>
internal sealed record TicketNumbers(long First, string Prefix)
{
    public string Format(long id) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{id}");

    /// <summary>The next number, which is never given twice.</summary>
    public async ValueTask<long> NextAsync(Session session, long lockKey, CancellationToken cancellationToken)
    {
        var next = await DrawAsync(session, cancellationToken).ConfigureAwait(false);
        if (next >= First)
        {
            return next;
        }

        // Once in the life of the sequence: of several processes one sets it, and it is never set back.
        await session.ExecuteAsync(
            [
                Sql.Guard("SELECT pg_advisory_xact_lock($1)").Add(lockKey),
                Sql.Guard("SELECT setval('ticket_number', $1, false) WHERE (SELECT last_value FROM ticket_number) < $1").Add(First),
            ],
            cancellationToken).ConfigureAwait(false);
        return await DrawAsync(session, cancellationToken).ConfigureAwait(false);
    }

    private static ValueTask<long> DrawAsync(Session session, CancellationToken cancellationToken) =>
        session.FirstAsync(Sql.Read("SELECT nextval('ticket_number')"), row => row.Number(), cancellationToken);
}
