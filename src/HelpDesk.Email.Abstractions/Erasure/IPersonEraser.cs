using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Erasure;

/// <summary>A store that can forget a person: each of ours is one, and a host registers one for the tables of its own.</summary>
/// <remarks>Called from several threads at once. Saying it again is harmless.</remarks>
public interface IPersonEraser
{
    /// <summary>The numbers of the tickets that hold something of a person: theirs, and those in which they wrote or take part.</summary>
    /// <exception cref="StoreUnavailableException">A retry may help.</exception>
    ValueTask<IReadOnlyList<string>> FindTicketsAsync(ErasedPerson person, CancellationToken cancellationToken);

    /// <summary>Forgets a person: when the task completes nothing of <see cref="ErasedPerson"/> can be read from the store or its files any more.</summary>
    /// <exception cref="StoreUnavailableException">Not everything is erased; a retry may help.</exception>
    ValueTask<ErasureCounts> EraseAsync(ErasedPerson person, CancellationToken cancellationToken);
}
