using HelpDesk.Email.Cli.Replay.Desk;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Cli.Replay;

/// <summary>Says in short words what a change did to a ticket.</summary>
internal static class ChangeWords
{
    public static IReadOnlyList<string> Of(RecordedChange? recorded) => recorded is null ? [] : [.. Words(recorded)];

    private static IEnumerable<string> Words(RecordedChange recorded)
    {
        var (change, before, after) = recorded;
        if (before is null)
        {
            yield return "created";
        }

        if (before is { Status: TicketStatus.Closed } && after.Status != TicketStatus.Closed)
        {
            yield return "reopened";
        }

        if (before?.Status != after.Status)
        {
            yield return $"status: {Lower(after.Status)}";
        }

        if (before?.Department != after.Department && after.Department is not null)
        {
            yield return $"department: {after.Department}";
        }

        foreach (var detail in Details(before, after))
        {
            yield return detail;
        }

        if (change.Entry is { } entry)
        {
            yield return entry is { Kind: EntryKind.Message, Visibility: EntryVisibility.Internal } ? "entry: internal message" : $"entry: {Lower(entry.Kind)}";
        }

        foreach (var person in New(after.Participants, before?.Participants))
        {
            yield return $"participant: {person}";
        }

        foreach (var person in New(after.Subscribers, before?.Subscribers))
        {
            yield return $"subscriber: {person}";
        }

        foreach (var person in New(before?.Subscribers ?? [], after.Subscribers))
        {
            yield return $"no subscriber any more: {person}";
        }

        if (change.LinkedTo is { } link)
        {
            yield return $"linked to: {link}";
        }
    }

    private static IEnumerable<string> Details(TicketSnapshot? before, TicketSnapshot after)
    {
        (string Name, string? Before, string? After)[] details =
        [
            ("type", before?.Type, after.Type),
            ("priority", before?.Priority, after.Priority),
            ("category", before?.Category, after.Category),
            ("assignee", before?.Assignee?.Address, after.Assignee?.Address),
            .. after.Fields.Select(field => (field.Key, before?.Fields.GetValueOrDefault(field.Key), (string?)field.Value)),
        ];
        return details.Where(detail => detail.Before != detail.After).Select(detail => $"{detail.Name}: {detail.After}");
    }

    private static IEnumerable<EmailAddress> New(IReadOnlyList<EmailAddress> after, IReadOnlyList<EmailAddress>? before) => after.Except(before ?? []);

    private static string Lower<TEnum>(TEnum word)
        where TEnum : struct, Enum => word.ToString().ToLowerInvariant();
}
