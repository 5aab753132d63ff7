using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Testing.Tests.Broken.Tickets;

/// <summary>Stores that change entries.</summary>
internal static class EntryDefects
{
    public static IEnumerable<TicketDefect> All { get; } =
    [
        new(
            "shows notes to everybody",
            _ => Spoil.Entries(entries => entries.Select(entry => entry with { Visibility = EntryVisibility.Public })),
            "An_entry_comes_back_as_it_was_written"),
        new(
            "names no entry in its results",
            _ => Spoil.Results((_, result) => result with { EntryId = null }),
            "An_entry_comes_back_as_it_was_written"),
        new(
            "gives each author the address as a name",
            _ => Spoil.Entries(entries => entries.Select(entry =>
                entry with { Author = Messages.EmailAddress.Create(entry.Author.Address, entry.Author.Name ?? entry.Author.Address) })),
            "An_entry_without_extras_has_none"),
        new(
            "notes every change as an entry",
            _ => Spoil.Changes(change => change is { Entry: null, IsEmpty: false }
                ? change with { Entry = new NewTicketEntry(Messages.EmailAddress.Create("system@example.test"), "Changed.") }
                : change),
            "A_change_without_an_entry_adds_none"),
        new(
            "sorts entries by the time that mails claim",
            _ => Spoil.Entries(entries => entries.OrderBy(entry => entry.At)),
            "Entries_stand_in_the_order_in_which_they_were_added"),
    ];
}
