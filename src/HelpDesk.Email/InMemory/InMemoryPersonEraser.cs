using HelpDesk.Email.Erasure;

namespace HelpDesk.Email.InMemory;

/// <summary>Forgets a person in all stores in memory.</summary>
internal sealed class InMemoryPersonEraser(InMemoryMailStore mail, InMemoryTicketStore tickets, InMemoryContactDirectory contacts) : IPersonEraser
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> FindTicketsAsync(ErasedPerson person, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IReadOnlyList<string>>([.. mail.TicketsOf(person).Concat(tickets.Under(table => table.With(person))).Distinct(StringComparer.OrdinalIgnoreCase)]);
    }

    /// <inheritdoc/>
    public async ValueTask<ErasureCounts> EraseAsync(ErasedPerson person, CancellationToken cancellationToken)
    {
        var touched = await FindTicketsAsync(person, cancellationToken).ConfigureAwait(false);
        return mail.Erase(person, touched).Plus(tickets.Under(table => table.Erase(person))).Plus(new ErasureCounts { Contacts = contacts.Erase(person) });
    }
}
