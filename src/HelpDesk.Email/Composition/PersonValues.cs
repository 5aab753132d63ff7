using HelpDesk.Email.Contacts;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Notifications;

namespace HelpDesk.Email.Composition;

/// <summary>The values of people. Each is looked up once for an occasion.</summary>
internal sealed class PersonValues(IContactDirectory contacts)
{
    private const int MostPeople = 100;

    /// <summary>Who an address is, or <see langword="null"/>.</summary>
    public ValueTask<Contact?> FindAsync(EmailAddress address, OccasionMemory memory, CancellationToken cancellationToken) =>
        memory.PersonAsync(contacts, address, cancellationToken);

    /// <summary>The name of a person: as it was written where that may be shown, else as the directory has it.</summary>
    public async ValueTask<string?> NameAsync(EmailAddress address, bool showsWords, OccasionMemory memory, CancellationToken cancellationToken) =>
        showsWords && address.Name is { } written
            ? written
            : (await FindAsync(address, memory, cancellationToken).ConfigureAwait(false))?.Address.Name;

    /// <summary>The values of a person.</summary>
    /// <param name="address">Who it is.</param>
    /// <param name="showsWords">Whether the name beside the address may be shown: it is the sender's words.</param>
    /// <param name="memory">What is known already.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async ValueTask<Dictionary<string, object?>> OfAsync(EmailAddress address, bool showsWords, OccasionMemory memory, CancellationToken cancellationToken)
    {
        var contact = await FindAsync(address, memory, cancellationToken).ConfigureAwait(false);
        var name = (showsWords ? address.Name : null) ?? contact?.Address.Name;
        var (first, last) = Split(name);
        return new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["name"] = name,
            ["address"] = address.Address,
            ["firstName"] = first,
            ["lastName"] = last,
            ["userName"] = contact is { IsRegistered: true } ? contact.Address.Address : null,
            ["company"] = contact?.Company,
            ["department"] = contact?.Department,
            ["location"] = contact?.Location,
            ["role"] = (contact?.Role ?? ContactRole.Requester) switch
            {
                ContactRole.Administrator => "administrator",
                ContactRole.Technician => "technician",
                _ => "requester",
            },
        };
    }

    /// <summary>The values of several people, not of more than a model holds.</summary>
    public async ValueTask<IReadOnlyList<object?>> OfAllAsync(IEnumerable<EmailAddress> addresses, bool showsWords, OccasionMemory memory, CancellationToken cancellationToken)
    {
        var values = new List<object?>();
        foreach (var address in addresses.Take(MostPeople))
        {
            values.Add(await OfAsync(address, showsWords, memory, cancellationToken).ConfigureAwait(false));
        }

        return values;
    }

    // "Example, Ann" is how directories write it; everything before the last word is the first name otherwise.
    private static (string? First, string? Last) Split(string? name)
    {
        if (name is null)
        {
            return (null, null);
        }

        if (name.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma)
        {
            return (Word(name[(comma + 1)..]), Word(name[..comma]));
        }

        var space = name.LastIndexOf(' ');
        return space < 0 ? (Word(name), null) : (Word(name[..space]), Word(name[(space + 1)..]));
    }

    private static string? Word(string text) => text.Trim() is { Length: > 0 } word ? word : null;
}
