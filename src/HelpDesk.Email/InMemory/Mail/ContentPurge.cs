using HelpDesk.Email.Storage;

namespace HelpDesk.Email.InMemory.Mail;

/// <summary>Purges octets of the journal, as <see cref="IMailRetention.PurgeContentAsync"/> says.</summary>
internal static class ContentPurge
{
    public static PurgedContent Run(MailTables tables, ContentLimits limits, int max)
    {
        var kept = tables.Journal.Rows
            .Where(row => row.Content is not null)
            .GroupBy(row => row.Content!)
            .Select(rows => (Content: rows.Key, Rows: rows.ToList(), ReceivedAt: rows.Max(row => row.Entry.ReceivedAt)))
            .ToList();
        long count = kept.Count;
        var octets = kept.Sum(each => each.Content.Length);
        var purged = PurgedContent.None;
        foreach (var (content, rows, receivedAt) in kept.Where(each => each.Rows.TrueForAll(IsDone)).OrderBy(each => each.ReceivedAt))
        {
            var isOver = receivedAt < limits.ReceivedBefore || count > limits.Count || octets > limits.Octets;
            if (!isOver || purged.Count >= max)
            {
                break;
            }

            rows.ForEach(row => row.Content = null);
            if (!tables.IsHeld(content))
            {
                tables.Octets.Release(content);
            }

            count--;
            octets -= content.Length;
            purged = new PurgedContent(purged.Count + 1, purged.Octets + content.Length);
        }

        return purged;
    }

    // Nobody will ever ask for its octets again, but out of curiosity.
    private static bool IsDone(JournalRow row) =>
        row.Entry is { State: JournalState.Finished, Outcome: not JournalOutcome.Quarantined, NeedsAcknowledgement: false };
}
