using HelpDesk.Email.Contacts;
using HelpDesk.Email.Messages;
using HelpDesk.Email.PostgreSql.Databases;

namespace HelpDesk.Email.PostgreSql.Contacts;

internal sealed class PostgreSqlContactDirectory(Database database) : IContactDirectory, IContactWriter
{
    // Who makes or changes people does so one after the other: it is rare, and people share addresses.
    private long LockKey => database.LockOf("contacts");

    public ValueTask<Contact?> FindAsync(EmailAddress address, CancellationToken cancellationToken) =>
        database.ReadAsync((session, token) => ContactTable.FindAsync(session, address, token), cancellationToken);

    public async ValueTask<Contact> CreateAsync(EmailAddress address, CancellationToken cancellationToken)
    {
        Contact? contact;
        while ((contact = await FindAsync(address, cancellationToken).ConfigureAwait(false)) is null)
        {
            // Asked again in any case: another process may have been quicker.
            await database.ExecuteAsync(ContactTable.Create(address, LockKey), cancellationToken).ConfigureAwait(false);
        }

        return contact;
    }

    public async ValueTask SaveAsync(Contact contact, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contact);
        var taken = await database.RunAsync((session, token) => ContactTable.SaveAsync(session, contact, LockKey, token), cancellationToken).ConfigureAwait(false);
        if (taken is { } conflict)
        {
            throw new ArgumentException($"'{conflict.Address}' is an address of '{conflict.Owner}' already.", nameof(contact));
        }
    }
}
