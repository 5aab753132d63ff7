using HelpDesk.Email.Contacts;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Testing.Conformance.Contacts;

/// <summary>Who an address is.</summary>
internal static class FindRules
{
    public static IReadOnlyList<Rule<ContactTrial>> All { get; } =
    [
        new(
            "An_address_that_nobody_has_gives_nothing",
            "FindAsync answers null for an unknown address, and makes nobody known by being asked.",
            async trial =>
            {
                await trial.ExpectNobodyAsync(ContactTrial.Ann, "at first").ConfigureAwait(false);
                await trial.ExpectNobodyAsync(ContactTrial.Ann, "after it was asked for").ConfigureAwait(false);
            }),
        new(
            "A_person_is_found_whatever_the_case_of_the_address",
            "Keep and look up EmailAddress.Key, not the address as it was written.",
            async trial =>
            {
                await trial.CreateAsync(ContactTrial.Ann).ConfigureAwait(false);
                foreach (var address in new[] { "ann@work.test", "ANN@WORK.TEST", "aNn@wOrK.tEsT" })
                {
                    await trial.FoundAsync(EmailAddress.Create(address), "in another case").ConfigureAwait(false);
                }
            }),
        new(
            "A_person_is_found_by_each_of_their_addresses_with_all_that_is_known",
            "OtherAddresses are addresses of the same person: each finds the person, with name, role, IsActive, IsRegistered, company, department, location and all addresses.",
            async trial =>
            {
                await trial.SaveAsync(ContactTrial.Known).ConfigureAwait(false);
                await trial.SaveAsync(new Contact(ContactTrial.Bob, ContactRole.Requester)).ConfigureAwait(false);
                await trial.ExpectAsync(ContactTrial.Known, ContactTrial.Ann, "after they were saved").ConfigureAwait(false);
                await trial.ExpectAsync(ContactTrial.Known, EmailAddress.Create("ANN@Home.Test"), "after they were saved").ConfigureAwait(false);
            }),
        new(
            "A_person_has_the_role_that_was_given_to_them",
            "Requester, Technician and Administrator are kept apart: what a mail may do follows from it.",
            async trial =>
            {
                foreach (var role in Enum.GetValues<ContactRole>())
                {
                    var contact = new Contact(EmailAddress.Create($"{role}@work.test"), role);
                    await trial.SaveAsync(contact).ConfigureAwait(false);
                    await trial.ExpectAsync(contact, contact.Address, "after the role was given").ConfigureAwait(false);
                }
            }),
        new(
            "Signs_in_an_address_are_compared_as_they_are",
            "Pass addresses as parameters and compare for equality: no wildcard, no quotation mark and no dot means anything, and anybody can write mail from such addresses.",
            async trial =>
            {
                await trial.CreateAsync(ContactTrial.Bob).ConfigureAwait(false);
                foreach (var address in new[] { "%@work.test", "b_b@work.test", "*@work.test", "bob'--@work.test", "b.ob@work.test", "bob+x@work.test", "bob%00@work.test", "bob@work.test.evil.test" })
                {
                    var sign = EmailAddress.Create(address);
                    await trial.ExpectNobodyAsync(sign, "because of its signs").ConfigureAwait(false);
                    Expect.Same(address, (await trial.CreateAsync(sign).ConfigureAwait(false)).Address.Address, "The address of the person who was made");
                }

                Expect.Same(ContactTrial.Bob.Address, (await trial.FoundAsync(ContactTrial.Bob, "after all").ConfigureAwait(false)).Address.Address, "The address of the person found");
            }),
    ];
}
