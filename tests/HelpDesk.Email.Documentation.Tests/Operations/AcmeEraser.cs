using HelpDesk.Email.Erasure;

namespace HelpDesk.Email.Documentation.Tests.Operations;

#region person-eraser
/// <summary>Forgets a person in Acme's own tables.</summary>
internal sealed class AcmeEraser(AcmeTables tables) : IPersonEraser
{
    public ValueTask<IReadOnlyList<string>> FindTicketsAsync(ErasedPerson person, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<string>>([.. tables.Notes.Where(note => person.Has(note.Address)).Select(note => note.Ticket)]);

    public ValueTask<ErasureCounts> EraseAsync(ErasedPerson person, CancellationToken cancellationToken)
    {
        var erased = tables.Notes.RemoveAll(note => person.Has(note.Address) || person.Tickets.Contains(note.Ticket));
        return ValueTask.FromResult(new ErasureCounts { Others = erased });
    }
}
#endregion
