using System.Globalization;
using HelpDesk.Email.CrashCampaign.Stores;

namespace HelpDesk.Email.CrashCampaign.Accounting;

/// <summary>Rows without the rows that belong to them: what a transaction that came through by half would leave behind.</summary>
internal static class Orphans
{
    private static readonly IReadOnlyList<(string What, string Query)> Questions =
    [
        ("tickets without an entry", "SELECT count(*) FROM ticket t WHERE NOT EXISTS (SELECT 1 FROM ticket_entry e WHERE e.ticket_id = t.id)"),
        ("entries without a ticket", "SELECT count(*) FROM ticket_entry e WHERE NOT EXISTS (SELECT 1 FROM ticket t WHERE t.id = e.ticket_id)"),
        ("attachments without an entry", "SELECT count(*) FROM ticket_attachment a WHERE NOT EXISTS (SELECT 1 FROM ticket_entry e WHERE e.id = a.entry_id)"),
        ("entries whose journal row has no ticket", "SELECT count(*) FROM ticket_entry e JOIN journal j ON j.id = e.journal_id WHERE j.ticket IS NULL"),
        ("operations without a result", "SELECT count(*) FROM ticket_operation WHERE result IS NULL"),
        ("tickets that no operation made", "SELECT count(*) FROM ticket t WHERE NOT EXISTS (SELECT 1 FROM ticket_operation o WHERE o.ticket_id = t.id)"),
        ("outbox rows without a journal row", "SELECT count(*) FROM outbox o WHERE NOT EXISTS (SELECT 1 FROM journal j WHERE j.id = o.journal_id)"),
        ("contents with a part of their octets", "SELECT count(*) FROM content c WHERE c.stage IS NOT NULL AND (SELECT coalesce(sum(length(k.octets)), 0) FROM content_chunk k WHERE k.stage = c.stage) <> c.length"),
    ];

    public static async Task<IReadOnlyList<string>> FindAsync(IStoreUnderTest store, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        await using var connection = await store.OpenAsync(cancellationToken);
        foreach (var (what, query) in Questions)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = query;
            var count = Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
            if (count > 0)
            {
                found.Add(string.Create(CultureInfo.InvariantCulture, $"{count} {what}"));
            }
        }

        return found;
    }
}
