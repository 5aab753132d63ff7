using HelpDesk.Email.InMemory;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Testing.Tests.Broken.Tickets;

/// <summary>The words in which defects of ticket stores are told.</summary>
internal static class Spoil
{
    /// <summary>Spoils the change that is applied.</summary>
    public static TicketTampering Changes(Func<TicketChange, TicketChange> spoil) =>
        new() { Apply = (change, next, _) => next(spoil(change)) };

    /// <summary>Spoils the result that is returned.</summary>
    public static TicketTampering Results(Func<TicketChange, ApplyResult, ApplyResult> spoil) =>
        new() { Apply = async (change, next, _) => spoil(change, await next(change)) };

    /// <summary>Spoils the files that are stored.</summary>
    public static TicketTampering Files(Func<TicketAttachment, TicketAttachment> spoil) => Changes(change => change.Entry is { } entry
        ? change with { Entry = entry with { Attachments = [.. entry.Attachments.Select(spoil)] } }
        : change);

    /// <summary>Spoils the entries that are read.</summary>
    public static TicketTampering Entries(Func<IReadOnlyList<TicketEntry>, IEnumerable<TicketEntry>> spoil) => new() { Entries = spoil };

    public static async Task<TicketSnapshot?> LookAsync(InMemoryTicketStore store, string? number) =>
        number is null ? null : (await store.FindAsync(TicketLookup.Of(number), CancellationToken.None)).SingleOrDefault();
}
