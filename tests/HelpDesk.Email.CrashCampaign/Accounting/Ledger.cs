namespace HelpDesk.Email.CrashCampaign.Accounting;

/// <summary>What stands in the tables, read past the help desk.</summary>
internal sealed record Ledger(
    IReadOnlyList<JournalLine> Journal,
    IReadOnlyList<TicketLine> Tickets,
    IReadOnlyList<EntryLine> Entries,
    IReadOnlyList<OutboxLine> Outbox,
    IReadOnlyList<ContentLine> Contents)
{
    /// <summary>Where the next reading begins.</summary>
    public LedgerMark End(LedgerMark begin) => new(
        Journal.Select(line => line.Id).Append(begin.Journal).Max(),
        Tickets.Select(line => line.Id).Append(begin.Ticket).Max(),
        Entries.Select(line => line.Id).Append(begin.Entry).Max(),
        Outbox.Select(line => line.Id).Append(begin.Outbox).Max(),
        Contents.Select(line => line.Id).Append(begin.Content).Max());
}
