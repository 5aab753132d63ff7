using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Contacts;

/// <summary>What an <see cref="IContactDirectory"/> can also be when mails may say more about people than their addresses.</summary>
/// <remarks>Called from several threads at once. Throws <see cref="StoreUnavailableException"/> when a retry may help.</remarks>
public interface IContactEditor
{
    /// <summary>Keeps a person as they are given, under their main address; whoever is not there yet is made.</summary>
    /// <remarks>Saving the same again has no effect.</remarks>
    ValueTask SaveAsync(Contact contact, CancellationToken cancellationToken);
}
