using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Cli.Replay.Lines;

/// <summary>An entry of a ticket at the end.</summary>
internal sealed record EntryLine(string Author, DateTimeOffset At, EntryKind Kind, EntryVisibility Visibility, string Text, string? Html, string? MessageId, IReadOnlyList<FileLine> Attachments)
{
    public static EntryLine Of(TicketEntry entry) => new(
        entry.Author.Address,
        entry.At,
        entry.Kind,
        entry.Visibility,
        entry.Text,
        entry.Html,
        entry.MessageId,
        [.. entry.Attachments.Select(file => new FileLine(file.FileName, file.ContentType, file.Size, file.Sha256, file.ContentId, file.IsInline))]);
}
