using HelpDesk.Email.Configuration;
using HelpDesk.Email.Contacts;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;
using HelpDesk.Email.Tokens;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Erasure;

/// <summary>Finds out what is a person's, ends what is under way, and has every store forget them.</summary>
internal sealed class PersonErasure(
    IMailStore store, ITicketStore tickets, IContactDirectory contacts, IKeyRing keys, IEnumerable<IPersonEraser> erasers, ILogger<PersonErasure> log) : IPersonErasure
{
    private const int Page = 500;

    // A worker may finish something between two looks; it does not do so every time.
    private const int MaxRounds = 3;

    /// <inheritdoc/>
    public async ValueTask<ErasureResult> EraseAsync(IReadOnlyCollection<EmailAddress> addresses, string reason, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (addresses.Count == 0)
        {
            throw new ArgumentException("Name at least one address of the person.", nameof(addresses));
        }

        var ring = await keys.GetAsync(cancellationToken).ConfigureAwait(false);
        var found = await KnownAsync(addresses, cancellationToken).ConfigureAwait(false);
        string[] marks = [.. found.Addresses.Select(address => KeyedHash.Of(KeyedHash.SecretOf(ring), $"erased\n{address.Key}"))];
        var counts = new ErasureCounts();
        for (var round = 0; round < MaxRounds; round++)
        {
            var applied = await EndUnfinishedAsync(found, cancellationToken).ConfigureAwait(false);
            var own = await OwnTicketsAsync(found, applied, cancellationToken).ConfigureAwait(false);
            var person = new ErasedPerson(found.Addresses, found.Names.Concat(own.Names)) { Tickets = own.Numbers, Marks = marks, Reason = found.Redact(reason) };
            var erased = new ErasureCounts();

            // Those of the host first: once the stores have forgotten the contact, a repeat knows its further addresses no more.
            foreach (var eraser in erasers.Reverse())
            {
                erased = erased.Plus(await eraser.EraseAsync(person, cancellationToken).ConfigureAwait(false));
            }

            counts = counts.Plus(erased) with { IsCompacted = erased.IsCompacted };
            if (erased with { IsCompacted = true } == new ErasureCounts())
            {
                break;
            }
        }

        var named = string.Join(' ', marks);
        ErasureLog.Erased(log, counts.Mails, counts.Tickets, counts.Entries, named);
        if (!counts.IsCompacted)
        {
            ErasureLog.NotCompacted(log);
        }

        return new ErasureResult(marks, counts);
    }

    // With every address and name that the directory knows of them.
    private async ValueTask<ErasedPerson> KnownAsync(IReadOnlyCollection<EmailAddress> addresses, CancellationToken cancellationToken)
    {
        var all = new List<EmailAddress>(addresses);
        foreach (var address in addresses)
        {
            if (await contacts.FindAsync(address, cancellationToken).ConfigureAwait(false) is { } contact)
            {
                all.AddRange([contact.Address, .. contact.OtherAddresses]);
            }
        }

        return new ErasedPerson(all, all.Select(address => address.Name).OfType<string>());
    }

    // A decision that was committed may be applied late: an empty change under its operation ends that, or says what was applied.
    private async ValueTask<IReadOnlyList<string>> EndUnfinishedAsync(ErasedPerson person, CancellationToken cancellationToken)
    {
        var applied = new List<string>();
        long? before = null;
        IReadOnlyList<JournalEntry> rows;
        do
        {
            rows = await store.Journal.FindAsync(new JournalQuery { Finished = false, Before = before, Limit = Page }, cancellationToken).ConfigureAwait(false);
            foreach (var row in rows)
            {
                before = row.Id;
                if (row.Decision is null || !(person.Has(row.Facts.From?.Address) || person.Has(row.ReversePath)))
                {
                    continue;
                }

                var result = await tickets.ApplyAsync(TicketChange.Nothing(row.OperationId), cancellationToken).ConfigureAwait(false);
                if (result.Ticket is { } ticket)
                {
                    applied.Add(ticket.Number);
                }
            }
        }
        while (rows.Count == Page);
        return applied;
    }

    private async ValueTask<(IReadOnlyList<string> Numbers, IReadOnlyList<string> Names)> OwnTicketsAsync(ErasedPerson person, IReadOnlyList<string> applied, CancellationToken cancellationToken)
    {
        var numbers = new HashSet<string>(applied, StringComparer.OrdinalIgnoreCase);
        foreach (var eraser in erasers)
        {
            numbers.UnionWith(await eraser.FindTicketsAsync(person, cancellationToken).ConfigureAwait(false));
        }

        var (own, names) = (new List<string>(), new List<string>());
        foreach (var page in numbers.Chunk(Page))
        {
            foreach (var ticket in await tickets.FindAsync(new TicketLookup(page), cancellationToken).ConfigureAwait(false))
            {
                if (person.Has(ticket.Requester.Address))
                {
                    own.Add(ticket.Number);
                }

                names.AddRange(ticket.Participants.Concat(ticket.Subscribers).Append(ticket.Requester).Where(each => person.Has(each.Address)).Select(each => each.Name).OfType<string>());
            }
        }

        return (own, names);
    }
}
