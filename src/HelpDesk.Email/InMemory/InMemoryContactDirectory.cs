using HelpDesk.Email.Contacts;
using HelpDesk.Email.Erasure;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.InMemory;

/// <summary>People that are known as long as the process lives: for tests and trials.</summary>
/// <remarks>Safe on any thread.</remarks>
public sealed class InMemoryContactDirectory : IContactDirectory, IContactWriter
{
    private readonly Lock _gate = new();
    private readonly Dictionary<EmailAddress, Contact> _byAddress = [];

    /// <summary>Makes a person known under all their addresses, or replaces what was known under the same main address.</summary>
    /// <exception cref="ArgumentException">One of the addresses is another person's; nothing was changed.</exception>
    public void Add(Contact contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        lock (_gate)
        {
            EmailAddress[] addresses = [contact.Address, .. contact.OtherAddresses];
            foreach (var address in addresses)
            {
                if (_byAddress.TryGetValue(address, out var other) && !other.Address.Equals(contact.Address))
                {
                    throw new ArgumentException($"'{address}' is an address of '{other.Address}' already.", nameof(contact));
                }
            }

            Forget(contact.Address);
            foreach (var address in addresses)
            {
                _byAddress[address] = contact;
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask SaveAsync(Contact contact, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Add(contact);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<Contact?> FindAsync(EmailAddress address, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult(_byAddress.GetValueOrDefault(address));
        }
    }

    /// <inheritdoc/>
    public ValueTask<Contact> CreateAsync(EmailAddress address, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (!_byAddress.TryGetValue(address, out var contact))
            {
                contact = new Contact(address, ContactRole.Requester);
                _byAddress.Add(address, contact);
            }

            return ValueTask.FromResult(contact);
        }
    }

    /// <summary>Forgets a person.</summary>
    /// <returns>How many people had one of their addresses.</returns>
    internal int Erase(ErasedPerson person)
    {
        lock (_gate)
        {
            var known = _byAddress.Values.Where(each => person.Has(each.Address.Address) || each.OtherAddresses.Any(other => person.Has(other.Address))).Distinct().ToList();
            known.ForEach(each => Forget(each.Address));
            return known.Count;
        }
    }

    private void Forget(EmailAddress mainAddress)
    {
        if (_byAddress.TryGetValue(mainAddress, out var known))
        {
            _byAddress.Remove(known.Address);
            foreach (var address in known.OtherAddresses)
            {
                _byAddress.Remove(address);
            }
        }
    }
}
