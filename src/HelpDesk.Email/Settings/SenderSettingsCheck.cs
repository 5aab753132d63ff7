using System.Globalization;
using HelpDesk.Email.Configuration;

namespace HelpDesk.Email.Settings;

/// <summary>Says what is wrong with who outgoing mail comes from: addresses, accounts, brands, languages.</summary>
internal sealed class SenderSettingsCheck : ISettingsCheck
{
    private const int MostFields = 8;

    public IEnumerable<string> Check(HelpDeskEmailOptions options) =>
    [
        .. Accounts(options),
        .. Addresses(options),
        .. Regions(options),
        .. options.Departments.Where(department => department.Value.Brand is { } brand && !options.Brands.ContainsKey(brand)).Select(department =>
            $"HelpDeskEmail:Departments:{department.Key}:Brand is '{department.Value.Brand}', and HelpDeskEmail:Brands has no such brand; it has {Names(options.Brands.Keys)}."),
        .. Fields("ChosenFields", options.Composition.ChosenFields),
        .. Fields("PublicFields", options.Composition.PublicFields),
        .. options.Composition.ChosenFields.Count > MostFields
            ? [$"HelpDeskEmail:Composition:ChosenFields has {options.Composition.ChosenFields.Count} fields; choose at most {MostFields}."]
            : Enumerable.Empty<string>(),
    ];

    private static IEnumerable<string> Accounts(HelpDeskEmailOptions options) =>
        options.Departments.Select(department => (Key: $"Departments:{department.Key}", department.Value.Account))
            .Concat(options.Brands.Select(brand => (Key: $"Brands:{brand.Key}", brand.Value.Account)))
            .Where(choice => choice.Account is { } account && !options.Outgoing.ContainsKey(account))
            .Select(choice => $"HelpDeskEmail:{choice.Key}:Account is '{choice.Account}', and HelpDeskEmail:Outgoing has no such account; it has {Names(options.Outgoing.Keys)}.");

    private static IEnumerable<string> Addresses(HelpDeskEmailOptions options)
    {
        var own = options.Departments.Select(department => (Key: $"Departments:{department.Key}", department.Value.From))
            .Concat(options.Brands.Select(brand => (Key: $"Brands:{brand.Key}", brand.Value.From))).ToList();
        var replies = options.Mailboxes.Where(mailbox => mailbox.Value.Enabled).Select(mailbox => (Key: $"Mailboxes:{mailbox.Key}", mailbox.Value.ReplyTo))
            .Concat(options.Departments.Select(department => (Key: $"Departments:{department.Key}", department.Value.ReplyTo)))
            .Concat(options.Brands.Select(brand => (Key: $"Brands:{brand.Key}", brand.Value.ReplyTo)));
        var wrong = own.Where(from => from.From is not null).SelectMany(from => AddressCheck.Of($"{from.Key}:From", from.From, "support@example.com"))
            .Concat(replies.Where(reply => reply.ReplyTo is not null).SelectMany(reply => AddressCheck.Of($"{reply.Key}:ReplyTo", reply.ReplyTo, "support@example.com")));
        return wrong.Concat(NotIncoming(options, options.Outgoing.Select(account => (Key: $"Outgoing:{account.Key}", account.Value.From)).Concat(own)));
    }

    private static IEnumerable<string> NotIncoming(HelpDeskEmailOptions options, IEnumerable<(string Key, string? From)> senders) =>
        // A catalog of the host's own may hold the mailboxes; what it reads is asked when mail is made.
        !options.Composition.FromMustBeIncoming || options.Mailboxes.Count == 0
            ? []
            : senders.Where(sender => sender.From is { Length: > 0 } from && !options.Mailboxes.Values.Any(mailbox => mailbox.Enabled && mailbox.IsReachedBy(from)))
                .Select(sender => $"HelpDeskEmail:{sender.Key}:From is '{sender.From}', and no mailbox reads it; {FromRule.Cure}.");

    private static IEnumerable<string> Regions(HelpDeskEmailOptions options)
    {
        var regions = options.Departments.Select(department => (Key: $"Departments:{department.Key}", department.Value.Culture, department.Value.TimeZone))
            .Concat(options.Brands.Select(brand => (Key: $"Brands:{brand.Key}", brand.Value.Culture, brand.Value.TimeZone)))
            .Append((Key: "Composition", options.Composition.Culture, options.Composition.TimeZone));
        foreach (var (key, culture, zone) in regions)
        {
            if (culture is not null && !IsCulture(culture))
            {
                yield return $"HelpDeskEmail:{key}:Culture is '{culture}', and no such language is known; write its name, for instance en-GB.";
            }

            if (zone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            {
                yield return $"HelpDeskEmail:{key}:TimeZone is '{zone}', and no such time zone is known; write its name, for instance Europe/Berlin.";
            }
        }
    }

    private static bool IsCulture(string name)
    {
        try
        {
            return name.Length > 0 && CultureInfo.GetCultureInfo(name, predefinedOnly: true).Name.Length > 0;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Fields(string key, IList<string> fields) => fields
        .Select((field, index) => string.IsNullOrWhiteSpace(field) ? $"HelpDeskEmail:Composition:{key}:{index} is empty; write the name of a field, or leave it out." : null)
        .OfType<string>();

    private static string Names(IEnumerable<string> names)
    {
        var list = string.Join(", ", names);
        return list.Length == 0 ? "nothing" : list;
    }
}
