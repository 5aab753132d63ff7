using HelpDesk.Email.Contacts;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Sqlite.Databases;

namespace HelpDesk.Email.Sqlite.Contacts;

internal sealed class SqliteContactDirectory(Database database) : IContactDirectory, IContactEditor
{
    public ValueTask<Contact?> FindAsync(EmailAddress address, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => ContactTable.Find(connection, address), cancellationToken);

    public async ValueTask<Contact> CreateAsync(EmailAddress address, CancellationToken cancellationToken) =>
        await FindAsync(address, cancellationToken).ConfigureAwait(false)
        ?? await database.WriteAsync(
            connection =>
            {
                // Looked up again, for another process may have been quicker.
                if (ContactTable.Find(connection, address) is not { } contact)
                {
                    ContactTable.Create(connection, address);
                    contact = ContactTable.Find(connection, address)!;
                }

                return contact;
            },
            cancellationToken).ConfigureAwait(false);

    public async ValueTask SaveAsync(Contact contact, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contact);
        await database.WriteAsync(
            connection =>
            {
                ContactTable.Save(connection, contact);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }
}
