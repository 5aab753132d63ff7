using HelpDesk.Email.Contacts;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Records;

/// <summary>People by keyword: <c>[requester - new]</c> with a line <c>Address: ann@example.com</c>, and <c>[requester - ann@example.com]</c>.</summary>
/// <remarks>
/// A contact directory keeps no operations. None is needed: each change says how the person is afterwards, so doing it twice, or
/// once more after it was given up, is the same as doing it once.
/// </remarks>
internal sealed class RequesterRecords(IContactDirectory contacts) : IRecordModule
{
    private const string Address = "address";
    private static readonly string[] Names = [Address, "company", "department", "location", "active"];

    public string Name => "requester";

    public ContactRole? LeastRole(RecordOperation operation) => operation == RecordOperation.Delete ? null : ContactRole.Technician;

    public async ValueTask<string?> WhyNotAsync(RecordChange change, CancellationToken cancellationToken)
    {
        if (change.Fields.Keys.FirstOrDefault(name => !Names.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            return $"there is no field {unknown}; there are {string.Join(", ", Names)}";
        }

        if (!EmailAddress.TryCreate(AddressOf(change), null, out var address))
        {
            return change.Operation == RecordOperation.Create ? "a line 'Address: ann@example.com' is missing" : "write the address of the person";
        }

        if (change.Field("active") is { } active && TruthOf(active) is null)
        {
            return "Active is yes or no";
        }

        if (NeedsEditor(change) && contacts is not IContactWriter)
        {
            return "the contact directory of this help desk takes new people by mail, and no more about them";
        }

        var known = await contacts.FindAsync(address, cancellationToken).ConfigureAwait(false);
        return known switch
        {
            null when change.Operation == RecordOperation.Update => "nobody has this address",
            { Role: not ContactRole.Requester } => "this person is no requester",
            _ => null,
        };
    }

    public async ValueTask<RecordResult> ApplyAsync(RecordChange change, CancellationToken cancellationToken)
    {
        if (change.IsEmpty)
        {
            return RecordResult.Void;
        }

        if (await WhyNotAsync(change, cancellationToken).ConfigureAwait(false) is { } reason)
        {
            return RecordResult.Refused(reason);
        }

        var contact = await contacts.CreateAsync(EmailAddress.Create(AddressOf(change)!), cancellationToken).ConfigureAwait(false);
        if (NeedsEditor(change))
        {
            await ((IContactWriter)contacts).SaveAsync(With(contact, change), cancellationToken).ConfigureAwait(false);
        }

        return RecordResult.Applied(contact.Address.Address);
    }

    private static string? AddressOf(RecordChange change) => change.Operation == RecordOperation.Create ? change.Field(Address) : change.Id;

    private static bool NeedsEditor(RecordChange change) =>
        change.Operation == RecordOperation.Update || change.Fields.Keys.Any(name => !name.Equals(Address, StringComparison.OrdinalIgnoreCase));

    private static Contact With(Contact contact, RecordChange change) => contact with
    {
        Company = change.Field("company") ?? contact.Company,
        Department = change.Field("department") ?? contact.Department,
        Location = change.Field("location") ?? contact.Location,
        IsActive = (change.Field("active") is { } active ? TruthOf(active) : null) ?? contact.IsActive,
    };

    private static bool? TruthOf(string text) => text.ToUpperInvariant() switch
    {
        "YES" or "TRUE" or "1" => true,
        "NO" or "FALSE" or "0" => false,
        _ => null,
    };
}
