using System.Globalization;
using HelpDesk.Email.CrashCampaign.Stores;

namespace HelpDesk.Email.CrashCampaign.Crowd;

/// <summary>Compares by SQL what lay in the mailboxes with what the help desk has. Nothing may be under way.</summary>
internal static class CrowdAudit
{
    public static async Task<IReadOnlyList<string>> EnterAsync(CrowdFigures figures, IReadOnlyList<CrowdMail> mails, CrowdWorld world, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        var entries = await RowsAsync(world.Store, "SELECT trim(both '<> ' from e.message_id), t.number FROM ticket_entry e JOIN ticket t ON t.id = e.ticket_id", cancellationToken);
        var byMail = entries.ToLookup(entry => entry[0], entry => entry[1], StringComparer.Ordinal);
        foreach (var mail in mails)
        {
            var tickets = byMail[mail.MessageId].ToList();
            if (tickets.Count == 0)
            {
                figures.Lost++;
                lines.Add($"mail {mail.MessageId} is in no ticket");
            }

            if (tickets.Count > 1 || (mail.Parent is { } parent && tickets.Count == 1 && !byMail[mails[parent].MessageId].SequenceEqual(tickets)))
            {
                figures.Doubled++;
                lines.Add($"mail {mail.MessageId} is in the tickets {string.Join(", ", tickets)}");
            }
        }

        figures.Lost += await CountAsync(lines, world.Store, "rows of the journal that did not end in a ticket", "SELECT count(*) FROM journal WHERE outcome NOT IN (1, 2, 6)", cancellationToken);
        figures.Lost += Math.Max(0, mails.Sum(mail => mail.Deliveries) - await CountAsync([], world.Store, string.Empty, "SELECT count(*) FROM journal", cancellationToken));
        figures.Doubled += await DifferenceAsync(lines, world.Store, "tickets", "SELECT count(*) FROM ticket", mails.Count(mail => !mail.IsReply), cancellationToken);
        figures.Doubled += await DifferenceAsync(lines, world.Store, "rows of the journal", "SELECT count(*) FROM journal", mails.Sum(mail => mail.Deliveries), cancellationToken);
        figures.Doubled += await CountAsync(lines, world.Store, "outbox rows too many", "SELECT coalesce(sum(n - 1), 0)::bigint FROM (SELECT count(*) AS n FROM outbox GROUP BY ticket, template, recipients HAVING count(*) > 1) twice", cancellationToken);
        figures.Lost += await CountAsync(
            lines, world.Store, "tickets without an answer to their author", "SELECT count(*) FROM ticket t WHERE NOT EXISTS (SELECT 1 FROM outbox o WHERE o.ticket = t.number AND o.state = 2)", cancellationToken);
        figures.HalfWritten += await CountAsync(
            lines, world.Store, "entries whose row says something else",
            "SELECT count(*) FROM ticket_entry e JOIN ticket t ON t.id = e.ticket_id LEFT JOIN journal j ON j.id = e.journal_id WHERE j.id IS NULL OR j.ticket IS DISTINCT FROM t.number",
            cancellationToken);
        foreach (var row in await RowsAsync(world.Store, "SELECT state, count(*), min(last_error) FROM outbox WHERE state <> 2 GROUP BY state", cancellationToken))
        {
            lines.Add($"{row[1]} rows of the outbox are in state {row[0]}: {row[2]}");
        }

        var unmarked = world.Unmarked();
        if (unmarked > 0)
        {
            figures.HalfWritten += unmarked;
            lines.Add($"{unmarked} mails are not marked in their mailbox");
        }

        var taken = world.Taker.Mails.Select(mail => mail.MessageId).ToList();
        figures.RepeatedSends = taken.Count - taken.Distinct(StringComparer.Ordinal).Count();
        var time = (await RowsAsync(world.Store, "SELECT extract(epoch FROM max(finished_at) - min(received_at))::text FROM journal", cancellationToken))[0][0];
        figures.Seconds = Math.Round(double.Parse(time, CultureInfo.InvariantCulture), 1);
        figures.MailsPerSecond = Math.Round(figures.Deliveries / figures.Seconds, 1);
        return lines;
    }

    private static async Task<int> DifferenceAsync(List<string> lines, PostgreSqlUnderTest store, string what, string query, int wanted, CancellationToken cancellationToken)
    {
        var found = await CountAsync([], store, what, query, cancellationToken);
        if (found > wanted)
        {
            lines.Add($"{found} {what}, and not {wanted}");
        }

        return Math.Max(0, found - wanted);
    }

    private static async Task<int> CountAsync(List<string> lines, PostgreSqlUnderTest store, string what, string query, CancellationToken cancellationToken)
    {
        var found = int.Parse((await RowsAsync(store, query, cancellationToken))[0][0], CultureInfo.InvariantCulture);
        if (found > 0)
        {
            lines.Add($"{found} {what}");
        }

        return found;
    }

    private static async Task<IReadOnlyList<string[]>> RowsAsync(PostgreSqlUnderTest store, string query, CancellationToken cancellationToken)
    {
        await using var connection = await store.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<string[]>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)!)]);
        }

        return rows;
    }
}
