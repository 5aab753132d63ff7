using HelpDesk.Email.Erasure;

namespace HelpDesk.Email.Cli.Erase;

/// <summary>What was erased, as a line of JSON; of the person it has keyed hashes alone.</summary>
internal sealed record EraseLine(IReadOnlyList<string> Marks, int Mails, int OutgoingMails, int Tickets, int Entries, int Contacts, int Others, bool Compacted)
{
    public static EraseLine Of(ErasureResult result) => new(
        result.Marks, result.Counts.Mails, result.Counts.OutgoingMails, result.Counts.Tickets, result.Counts.Entries, result.Counts.Contacts, result.Counts.Others, result.Counts.IsCompacted);
}
