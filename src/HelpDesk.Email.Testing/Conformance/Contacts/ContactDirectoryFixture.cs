using HelpDesk.Email.Contacts;

namespace HelpDesk.Email.Testing.Conformance.Contacts;

/// <summary>What the suite needs to know of the contact directory it examines; derive it for yours.</summary>
/// <remarks>Each case makes one fixture, opens one directory by it, and disposes it. Cases may run at once.</remarks>
public abstract class ContactDirectoryFixture : IAsyncDisposable
{
    /// <summary>Makes a directory of its own in which nobody is known; called once.</summary>
    public abstract ValueTask<IContactDirectory> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Opens the same directory again as after a crash: whatever the process only remembered is gone.</summary>
    /// <param name="crashed">The directory as it was; it is not used any more. Don't let it finish or write anything.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A new directory over the same people; for one that lives in memory alone, <paramref name="crashed"/>.</returns>
    public abstract ValueTask<IContactDirectory> ReopenAsync(IContactDirectory crashed, CancellationToken cancellationToken);

    /// <summary>Opens the same directory once more beside the first, as a second process would.</summary>
    /// <param name="first">The directory that goes on being used.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Another directory over the same people; by default <paramref name="first"/> itself.</returns>
    public virtual ValueTask<IContactDirectory> OpenSecondAsync(IContactDirectory first, CancellationToken cancellationToken) => ValueTask.FromResult(first);

    /// <summary>Makes a person known under all their addresses; the next look sees it.</summary>
    /// <remarks>Override it when the directory is no <see cref="IContactWriter"/>: write your tables.</remarks>
    /// <exception cref="NotSupportedException">It is none, and this method was not overridden.</exception>
    public virtual ValueTask SaveAsync(IContactDirectory directory, Contact contact, CancellationToken cancellationToken) => directory is IContactWriter writer
        ? writer.SaveAsync(contact, cancellationToken)
        : throw new NotSupportedException(
            $"'{directory.GetType().Name}' is no {nameof(IContactWriter)}, so the suite can't make people known to it: override {nameof(SaveAsync)} in your fixture and write your tables.");

    /// <summary>Removes what the fixture made.</summary>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
