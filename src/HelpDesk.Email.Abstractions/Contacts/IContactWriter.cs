namespace HelpDesk.Email.Contacts;

/// <summary>Makes people known to the directories that come with the stores: how a host puts its technicians and customers there.</summary>
/// <remarks>Called from several threads at once, also of several processes. A host with a directory of its own has none.</remarks>
public interface IContactWriter
{
    /// <summary>Makes a person known under all their addresses, or replaces all that was known under the same main address.</summary>
    /// <remarks>Saving the same again changes nothing. When the task completes, the next mail sees it.</remarks>
    /// <exception cref="ArgumentException">One of the addresses is another person's; nothing was changed.</exception>
    /// <exception cref="Messages.StoreUnavailableException">Nothing was changed; a retry may help.</exception>
    ValueTask SaveAsync(Contact contact, CancellationToken cancellationToken);
}
