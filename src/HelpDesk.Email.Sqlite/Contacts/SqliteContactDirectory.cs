using HelpDesk.Email.Contacts;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Sqlite.Databases;

namespace HelpDesk.Email.Sqlite.Contacts;

internal sealed class SqliteContactDirectory(Database database) : IContactDirectory, IContactWriter
{
    public ValueTask<Contact?> FindAsync(EmailAddress address, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => ContactTable.Find(connection, address), cancellationToken);

    // Whoever asks for it found nobody a moment ago; only the writer knows whether that still is so.
    public ValueTask<Contact> CreateAsync(EmailAddress address, CancellationToken cancellationToken) => database.WriteAsync(
        connection => ContactTable.Find(connection, address) ?? ContactTable.Create(connection, address),
        cancellationToken);

    public async ValueTask SaveAsync(Contact contact, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contact);
        var taken = await database.WriteAsync(connection => ContactTable.Save(connection, contact), cancellationToken).ConfigureAwait(false);
        if (taken is { } conflict)
        {
            throw new ArgumentException($"'{conflict.Address}' is an address of '{conflict.Owner}' already.", nameof(contact));
        }
    }
}
