using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Contacts;

/// <summary>Answers who an address is.</summary>
/// <remarks>
/// Called from several threads at once. Throws <see cref="StoreUnavailableException"/> when a retry may help: the mail is
/// deferred then, and nothing counts against it.
/// </remarks>
public interface IContactDirectory
{
    /// <summary>The person with this address among their addresses, or <see langword="null"/>. Case is ignored.</summary>
    ValueTask<Contact?> FindAsync(EmailAddress address, CancellationToken cancellationToken);

    /// <summary>Makes an unregistered requester of an address, or returns the person who has it already.</summary>
    /// <remarks>Idempotent by address, also when called at once by several processes.</remarks>
    ValueTask<Contact> CreateAsync(EmailAddress address, CancellationToken cancellationToken);
}
