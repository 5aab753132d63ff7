using HelpDesk.Email.Inbound;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Admission;

/// <summary>Puts what commands and rules want into a change.</summary>
internal static class DraftedChange
{
    public static TicketChange With(TicketChange change, TicketDraft draft) => change with
    {
        Type = draft.Type,
        Priority = draft.Priority,
        Category = draft.Category,
        Assignee = draft.Assignee,
        AddSubscribers = [.. change.AddSubscribers.Concat(draft.AddSubscribers).Distinct()],
        RemoveSubscribers = [.. draft.RemoveSubscribers.Distinct()],
        Fields = draft.Fields.ToDictionary(StringComparer.Ordinal),
        Status = draft.Status ?? change.Status,
        Entry = change.Entry is { } entry ? With(entry, draft) : null,
    };

    private static NewTicketEntry With(NewTicketEntry entry, TicketDraft draft) => entry with
    {
        Kind = draft.IsNote ? EntryKind.Note : entry.Kind,
        Visibility = draft.IsInternal ? EntryVisibility.Internal : entry.Visibility,
    };
}
