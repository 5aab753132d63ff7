using System.Collections.Concurrent;
using HelpDesk.Email.Contacts;
using HelpDesk.Email.InMemory;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Testing.Tests.Broken.Contacts;

/// <summary>Every broken contact directory.</summary>
internal static class ContactDefects
{
    public static IReadOnlyList<ContactDefect> All { get; } =
    [
        new("makes everybody known who is asked for", people => new() { Find = async (address, _, token) => await people.CreateAsync(address, token) }, "An_address_that_nobody_has_gives_nothing"),
        new("minds the case of addresses", _ => new() { Find = OnlyAsWrittenAsync }, "A_person_is_found_whatever_the_case_of_the_address"),
        new("knows people by their main address alone", _ => new() { Find = OnlyTheMainOneAsync }, "A_person_is_found_by_each_of_their_addresses_with_all_that_is_known"),
        new("forgets where people are", _ => new() { Save = (contact, next, _) => next(contact with { Location = null }) }, "A_person_is_found_by_each_of_their_addresses_with_all_that_is_known"),
        new("knows two roles alone", _ => new() { Save = (contact, next, _) => next(contact with { Role = contact.Role == ContactRole.Requester ? contact.Role : ContactRole.Technician }) }, "A_person_has_the_role_that_was_given_to_them"),
        new("takes a percent sign for anything", _ => new() { Find = (address, next, _) => next(address.Address == "%@work.test" ? EmailAddress.Create("bob@work.test") : address) }, "Signs_in_an_address_are_compared_as_they_are"),
        new("registers whoever writes", _ => new() { Create = async (address, next, _) => await next(address) with { IsRegistered = true } }, "An_address_makes_an_active_requester_who_did_not_register"),
        new("renames people by their mails", people => new() { Create = (address, next, token) => RenamedAsync(people, address, next, token) }, "Creating_again_gives_who_is_there"),
        new("makes another person of a further address", people => new() { Create = (address, next, token) => SplitAsync(people, address, next, token) }, "Any_address_of_a_known_person_makes_nobody"),
        Racing(),
        new("remembers who was not there", _ => Remembering(), "A_second_process_sees_a_person_at_once"),
        new("forgets in a crash", _ => new(), "Who_was_made_or_saved_is_there_after_a_crash") { ForgetsInACrash = true },
        new("hears no cancellation", _ => new() { IgnoresTokens = true }, "A_call_that_is_cancelled_makes_nobody"),
        new("writes the name afterwards", people => new() { Create = (address, next, token) => InTwoStepsAsync(people, address, next, token) }, "A_call_that_is_cancelled_midway_makes_a_whole_person_or_nobody"),
        new("switches people on who are saved again", people => new() { Save = (contact, next, token) => AgainAsync(people, contact, next, (_, saved) => saved with { IsActive = true }, token) }, "Saving_the_same_again_changes_nothing"),
        new("forgets no address", people => new() { Save = (contact, next, token) => AgainAsync(people, contact, next, (known, saved) => saved with { OtherAddresses = [.. known.OtherAddresses, .. saved.OtherAddresses] }, token) }, "Saving_anew_takes_the_place_of_all_that_was_known"),
        new("leaves people as their first mail made them", people => new() { Save = (contact, next, token) => AgainAsync(people, contact, next, (known, _) => known, token) }, "Who_was_made_by_a_mail_becomes_who_is_saved"),
        new("passes over what it can't save", _ => new() { Save = SwallowingAsync }, "An_address_of_somebody_else_is_refused_and_nothing_is_changed"),
        new("keeps half of what was there", people => new() { Save = (contact, next, token) => AgainAsync(people, contact, next, (known, saved) => saved with { Location = known.Location }, token) }, "Saves_at_once_leave_one_whole_person"),
    ];

    private static ContactDefect Racing()
    {
        // Both look, both find nobody, and both give the person that they wanted to make.
        return new("looks first and writes then", people =>
        {
            var meeting = new Meeting();
            return new ContactTampering
            {
                Create = async (address, next, token) =>
                {
                    if (await people.FindAsync(address, token) is not null || !await meeting.ArriveAsync())
                    {
                        return await next(address);
                    }

                    await next(address);
                    return new Contact(address, ContactRole.Requester);
                },
            };
        }, "Creating_at_once_makes_one_person");
    }

    private static ContactTampering Remembering()
    {
        var absent = new ConcurrentDictionary<string, bool>();
        return new ContactTampering
        {
            Find = async (address, next, _) =>
            {
                if (absent.ContainsKey(address.Key) || await next(address) is not { } found)
                {
                    absent[address.Key] = true;
                    return null;
                }

                return found;
            },
        };
    }

    private static async Task<Contact?> OnlyAsWrittenAsync(EmailAddress address, Func<EmailAddress, Task<Contact?>> next, CancellationToken cancellationToken) =>
        await next(address) is { } found && found.OtherAddresses.Append(found.Address).Any(each => each.Address == address.Address) ? found : null;

    private static async Task<Contact?> OnlyTheMainOneAsync(EmailAddress address, Func<EmailAddress, Task<Contact?>> next, CancellationToken cancellationToken) =>
        await next(address) is { } found && found.Address.Equals(address) ? found : null;

    private static async Task<Contact> RenamedAsync(InMemoryContactDirectory people, EmailAddress address, Func<EmailAddress, Task<Contact>> next, CancellationToken cancellationToken)
    {
        var renamed = await next(address) with { Address = address };
        await people.SaveAsync(renamed, cancellationToken);
        return renamed;
    }

    private static async Task<Contact> SplitAsync(InMemoryContactDirectory people, EmailAddress address, Func<EmailAddress, Task<Contact>> next, CancellationToken cancellationToken) =>
        await people.FindAsync(address, cancellationToken) is { } known && !known.Address.Equals(address) ? new Contact(address, ContactRole.Requester) : await next(address);

    private static async Task<Contact> InTwoStepsAsync(InMemoryContactDirectory people, EmailAddress address, Func<EmailAddress, Task<Contact>> next, CancellationToken cancellationToken)
    {
        await people.SaveAsync(new Contact(EmailAddress.Create(address.Address), ContactRole.Requester), CancellationToken.None);
        await Task.Delay(TimeSpan.FromSeconds(10), cancellationToken);
        return await next(address);
    }

    private static async Task<bool> AgainAsync(
        InMemoryContactDirectory people, Contact contact, Func<Contact, Task<bool>> next, Func<Contact, Contact, Contact> changed, CancellationToken cancellationToken) =>
        await next(await people.FindAsync(contact.Address, cancellationToken) is { } known && known.Address.Equals(contact.Address) ? changed(known, contact) : contact);

    private static async Task<bool> SwallowingAsync(Contact contact, Func<Contact, Task<bool>> next, CancellationToken cancellationToken)
    {
        try
        {
            return await next(contact);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
