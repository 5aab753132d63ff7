using HelpDesk.Email.Configuration;

namespace HelpDesk.Email.Settings;

/// <summary>The addresses by which mail comes back to us: those of the mailboxes, their aliases and sub-addresses, and those that outgoing mail comes from.</summary>
internal static class OwnAddresses
{
    /// <summary>Whether an address is one of them.</summary>
    public static bool Has(string address, IReadOnlyDictionary<string, MailboxOptions> mailboxes, HelpDeskEmailOptions options)
    {
        // A sub-address that no mailbox is said to have goes nowhere, or to us; in no case to a person.
        var plain = WithoutSubAddress(address);
        return mailboxes.Values.Any(mailbox => mailbox.IsReachedBy(address) || mailbox.IsReachedBy(plain))
            || Outgoing(options).Any(own => own is { Length: > 0 }
                && (own.Equals(address, StringComparison.OrdinalIgnoreCase) || own.Equals(plain, StringComparison.OrdinalIgnoreCase)));
    }

    private static IEnumerable<string?> Outgoing(HelpDeskEmailOptions options) =>
        options.Outgoing.Values.Select(account => account.From)
            .Concat(options.Departments.Values.Select(department => department.From))
            .Concat(options.Brands.Values.Select(brand => brand.From));

    private static string WithoutSubAddress(string address)
    {
        var at = address.LastIndexOf('@');
        var plus = address.IndexOf('+', StringComparison.Ordinal);
        return plus > 0 && plus < at ? string.Concat(address.AsSpan(0, plus), address.AsSpan(at)) : address;
    }
}
