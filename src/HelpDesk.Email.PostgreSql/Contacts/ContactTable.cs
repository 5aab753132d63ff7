using HelpDesk.Email.Contacts;
using HelpDesk.Email.Messages;
using HelpDesk.Email.PostgreSql.Connections;

namespace HelpDesk.Email.PostgreSql.Contacts;

/// <summary>People and their addresses.</summary>
internal static class ContactTable
{
    // The person with all addresses, by any of them.
    private const string Select =
        """
        SELECT c.role, c.is_active, c.is_registered, c.company, c.department, c.location,
            array(SELECT o.address FROM contact_address o WHERE o.contact_id = c.id ORDER BY o.position),
            array(SELECT coalesce(o.name, '') FROM contact_address o WHERE o.contact_id = c.id ORDER BY o.position)
        FROM contact_address a JOIN contact c ON c.id = a.contact_id WHERE a.key = $1
        """;

    public static ValueTask<Contact?> FindAsync(Session session, EmailAddress address, CancellationToken cancellationToken) =>
        session.FirstAsync(Sql.Read(Select).Add(TextKey.Of(address.Key)), Map, cancellationToken);

    /// <summary>Makes an active requester who did not register, unless somebody has the address: of several who do so at once, one makes it.</summary>
    public static IReadOnlyList<Sql> Create(EmailAddress address, long lockKey) =>
    [
        Sql.Guard("SELECT pg_advisory_xact_lock($1)").Add(lockKey),
        Sql.Write(
            """
            WITH person AS (
                INSERT INTO contact (role, is_active, is_registered)
                SELECT $1, true, false WHERE NOT EXISTS (SELECT 1 FROM contact_address WHERE key = $2) RETURNING id)
            INSERT INTO contact_address (key, contact_id, position, address, name) SELECT $2, id, 0, $3, $4 FROM person
            """).Add((int)ContactRole.Requester).Add(TextKey.Of(address.Key)).Add(address.Address).Add(address.Name),
    ];

    /// <summary>Writes a person in place of whoever had the main address as theirs.</summary>
    /// <returns>The address that is another person's, and that person's main one, where nothing was written; otherwise <see langword="null"/>.</returns>
    public static async ValueTask<(EmailAddress Address, EmailAddress Owner)?> SaveAsync(Session session, Contact contact, long lockKey, CancellationToken cancellationToken)
    {
        EmailAddress[] addresses = [.. contact.OtherAddresses.Prepend(contact.Address).Distinct()];
        await session.ExecuteAsync([Sql.Write("BEGIN"), Sql.Guard("SELECT pg_advisory_xact_lock($1)").Add(lockKey)], cancellationToken).ConfigureAwait(false);
        foreach (var address in addresses)
        {
            if (await FindAsync(session, address, cancellationToken).ConfigureAwait(false) is { } other && !other.Address.Equals(contact.Address))
            {
                await session.ExecuteAsync([Sql.Write("ROLLBACK")], cancellationToken).ConfigureAwait(false);
                return (address, other.Address);
            }
        }

        var id = await session.FirstAsync(Upsert(contact), row => row.Number(), cancellationToken).ConfigureAwait(false);
        await session.ExecuteAsync(
            [
                Sql.Write("DELETE FROM contact_address WHERE contact_id = $1").Add(id),
                .. addresses.Select((address, i) => Sql.Write("INSERT INTO contact_address (key, contact_id, position, address, name) VALUES ($1, $2, $3, $4, $5)")
                    .Add(TextKey.Of(address.Key)).Add(id).Add(i).Add(address.Address).Add(address.Name)),
                Sql.Write("COMMIT"),
            ],
            cancellationToken).ConfigureAwait(false);
        return null;
    }

    private static Sql Upsert(Contact contact) => Sql.Read(
        """
        INSERT INTO contact (id, role, is_active, is_registered, company, department, location)
        VALUES (coalesce((SELECT contact_id FROM contact_address WHERE key = $1), nextval('contact_id_seq')), $2, $3, $4, $5, $6, $7)
        ON CONFLICT (id) DO UPDATE SET role = excluded.role, is_active = excluded.is_active, is_registered = excluded.is_registered,
            company = excluded.company, department = excluded.department, location = excluded.location
        RETURNING id
        """)
        .Add(TextKey.Of(contact.Address.Key))
        .Add((int)contact.Role)
        .Add(contact.IsActive)
        .Add(contact.IsRegistered)
        .Add(contact.Company)
        .Add(contact.Department)
        .Add(contact.Location);

    private static Contact Map(RowReader row)
    {
        var (role, isActive, isRegistered) = ((ContactRole)row.Int(), row.Flag(), row.Flag());
        var (company, department, location) = (row.TextOrNull(), row.TextOrNull(), row.TextOrNull());
        EmailAddress[] addresses = [.. row.Texts().Zip(row.Texts(), (address, name) => EmailAddress.Create(address, name.Length == 0 ? null : name))];
        return new Contact(addresses[0], role)
        {
            IsActive = isActive,
            IsRegistered = isRegistered,
            OtherAddresses = [.. addresses.Skip(1)],
            Company = company,
            Department = department,
            Location = location,
        };
    }
}
