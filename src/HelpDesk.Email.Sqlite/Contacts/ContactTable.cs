using HelpDesk.Email.Contacts;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Sqlite.Connections;

namespace HelpDesk.Email.Sqlite.Contacts;

/// <summary>People and their addresses.</summary>
internal static class ContactTable
{
    public static Contact? Find(Connection connection, EmailAddress address)
    {
        using var select = connection.Prepare(
            """
            SELECT c.id, c.role, c.is_active, c.is_registered, c.company, c.department, c.location
            FROM contact_address a JOIN contact c ON c.id = a.contact_id WHERE a.key = ?
            """);
        if (!select.Add(address.Key).Read())
        {
            return null;
        }

        var row = select.Row;
        var addresses = Addresses(connection, row.Number(0));
        return new Contact(addresses[0], (ContactRole)row.Int(1))
        {
            IsActive = row.Flag(2),
            IsRegistered = row.Flag(3),
            OtherAddresses = [.. addresses.Skip(1)],
            Company = row.TextOrNull(4),
            Department = row.TextOrNull(5),
            Location = row.TextOrNull(6),
        };
    }

    /// <summary>Makes an active requester who did not register.</summary>
    public static void Create(Connection connection, EmailAddress address)
    {
        using var contact = connection.Prepare("INSERT INTO contact (role, is_active, is_registered) VALUES (?, 1, 0)");
        contact.Add((int)ContactRole.Requester).Run();

        using var insert = connection.Prepare("INSERT INTO contact_address (key, contact_id, position, address, name) VALUES (?, ?, 0, ?, ?)");
        insert.Add(address.Key).Add(connection.LastId).Add(address.Address).Add(address.Name).Run();
    }

    private static List<EmailAddress> Addresses(Connection connection, long contactId)
    {
        var addresses = new List<EmailAddress>();
        using var select = connection.Prepare("SELECT address, name FROM contact_address WHERE contact_id = ? ORDER BY position");
        select.Add(contactId);
        while (select.Read())
        {
            addresses.Add(EmailAddress.Create(select.Row.Text(0), select.Row.TextOrNull(1)));
        }

        return addresses;
    }
}
