namespace HelpDesk.Email.InMemory.Mail;

/// <summary>Attempts that ended with their process, as <see cref="Storage.IJournalQueue.ClaimAsync"/> counts them.</summary>
internal static class LostClaims
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FurtherPause = TimeSpan.FromSeconds(30);

    /// <summary>Takes back the rows of claims that are over.</summary>
    public static void End(JournalTable journal, Func<JournalRow, bool> isOver, DateTimeOffset now)
    {
        foreach (var row in journal.Taken.Where(isOver).ToList())
        {
            row.LostAttempts++;
            row.Holding.Free();
            journal.Taken.Remove(row);
            journal.Set(row, row.Entry with
            {
                // Of several rows in hand nobody knows which one took the process along.
                Attempts = row.ClaimedAlone ? row.Entry.Attempts : Math.Max(0, row.Entry.Attempts - 1),
                NotBefore = now + (row.LostAttempts == 1 ? FirstPause : FurtherPause),
            });
        }
    }
}
