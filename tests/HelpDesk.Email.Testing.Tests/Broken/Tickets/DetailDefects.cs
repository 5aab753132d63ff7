using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Testing.Tests.Broken.Tickets;

/// <summary>Stores that lose or overwrite what tickets have besides their text, and who belongs to them.</summary>
internal static class DetailDefects
{
    private static readonly IReadOnlyDictionary<string, string> NoFields = new Dictionary<string, string>();

    public static IEnumerable<TicketDefect> All { get; } =
    [
        new(
            "forgets priorities",
            _ => Spoil.Changes(change => change with { Priority = null }),
            "Details_are_set_by_the_change_that_names_them"),
        new(
            "keeps the fields of the last change alone",
            _ => Spoil.Results((change, result) => result with { Ticket = result.Ticket is { } ticket ? ticket with { Fields = change.Fields } : null }),
            "Details_that_a_change_does_not_name_are_left"),
        new(
            "knows no fields",
            _ => Spoil.Changes(change => change with { Fields = NoFields }),
            "Details_are_set_by_the_change_that_names_them"),
        new(
            "lets nobody go",
            _ => Spoil.Changes(change => change with { RemoveSubscribers = [] }),
            "Who_is_removed_gets_no_more_updates"),
    ];
}
