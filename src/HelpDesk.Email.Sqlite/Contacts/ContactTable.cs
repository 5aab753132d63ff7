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
    public static Contact Create(Connection connection, EmailAddress address)
    {
        using var contact = connection.Prepare("INSERT INTO contact (role, is_active, is_registered) VALUES (?, 1, 0)");
        contact.Add((int)ContactRole.Requester).Run();

        using var insert = connection.Prepare("INSERT INTO contact_address (key, contact_id, position, address, name) VALUES (?, ?, 0, ?, ?)");
        insert.Add(address.Key).Add(connection.LastId).Add(address.Address).Add(address.Name).Run();
        return new Contact(address, ContactRole.Requester) { IsActive = true, IsRegistered = false };
    }

    /// <summary>Writes a person in place of whoever had the main address as theirs.</summary>
    /// <returns>The address that is another person's, and that person's main one, where nothing was written; otherwise <see langword="null"/>.</returns>
    public static (EmailAddress Address, EmailAddress Owner)? Save(Connection connection, Contact contact)
    {
        EmailAddress[] addresses = [.. contact.OtherAddresses.Prepend(contact.Address).Distinct()];
        foreach (var address in addresses)
        {
            if (Find(connection, address) is { } other && !other.Address.Equals(contact.Address))
            {
                return (address, other.Address);
            }
        }

        var id = IdOf(connection, contact.Address);
        if (id is not null)
        {
            using var delete = connection.Prepare("DELETE FROM contact_address WHERE contact_id = ?");
            delete.Add(id.Value).Run();
        }

        id = Write(connection, contact, id);
        for (var i = 0; i < addresses.Length; i++)
        {
            using var insert = connection.Prepare("INSERT INTO contact_address (key, contact_id, position, address, name) VALUES (?, ?, ?, ?, ?)");
            insert.Add(addresses[i].Key).Add(id.Value).Add(i).Add(addresses[i].Address).Add(addresses[i].Name).Run();
        }

        return null;
    }

    private static long Write(Connection connection, Contact contact, long? id)
    {
        using var write = connection.Prepare(id is null
            ? "INSERT INTO contact (role, is_active, is_registered, company, department, location) VALUES (?, ?, ?, ?, ?, ?)"
            : "UPDATE contact SET role = ?, is_active = ?, is_registered = ?, company = ?, department = ?, location = ? WHERE id = ?");
        write.Add((int)contact.Role).Add(contact.IsActive ? 1 : 0).Add(contact.IsRegistered ? 1 : 0).Add(contact.Company).Add(contact.Department).Add(contact.Location);
        if (id is not null)
        {
            write.Add(id.Value);
        }

        write.Run();
        return id ?? connection.LastId;
    }

    private static long? IdOf(Connection connection, EmailAddress address)
    {
        using var select = connection.Prepare("SELECT contact_id FROM contact_address WHERE key = ?");
        return select.Add(address.Key).Number();
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
