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

    /// <summary>Keeps a person as they are given, under their main address.</summary>
    /// <exception cref="ArgumentException">One of the addresses is another person's; nothing was changed.</exception>
    public static void Save(Connection connection, Contact contact)
    {
        var id = IdOf(connection, contact.Address);
        if (contact.OtherAddresses.FirstOrDefault(address => IdOf(connection, address) is { } other && other != id) is { } taken)
        {
            throw new ArgumentException($"'{taken}' is another person's address already.", nameof(contact));
        }

        if (id is null)
        {
            Create(connection, contact.Address);
            id = IdOf(connection, contact.Address);
        }

        using var update = connection.Prepare(
            "UPDATE contact SET role = ?, is_active = ?, is_registered = ?, company = ?, department = ?, location = ? WHERE id = ?");
        update.Add((int)contact.Role).Add(contact.IsActive).Add(contact.IsRegistered)
            .Add(contact.Company).Add(contact.Department).Add(contact.Location).Add(id!.Value).Run();

        using var forget = connection.Prepare("DELETE FROM contact_address WHERE contact_id = ?");
        forget.Add(id.Value).Run();
        foreach (var (address, position) in contact.OtherAddresses.Prepend(contact.Address).Distinct().Select((address, position) => (address, position)))
        {
            using var insert = connection.Prepare("INSERT INTO contact_address (key, contact_id, position, address, name) VALUES (?, ?, ?, ?, ?)");
            insert.Add(address.Key).Add(id.Value).Add(position).Add(address.Address).Add(address.Name).Run();
        }
    }

    private static long? IdOf(Connection connection, EmailAddress address)
    {
        using var select = connection.Prepare("SELECT contact_id FROM contact_address WHERE key = ?");
        return select.Add(address.Key).Read() ? select.Row.Number(0) : null;
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
