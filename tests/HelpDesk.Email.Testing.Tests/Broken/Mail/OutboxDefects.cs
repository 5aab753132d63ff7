using System.Collections.Concurrent;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Tests.Broken.Mail;

/// <summary>Stores that are wrong about the mails in the outbox and their claims.</summary>
internal static class OutboxDefects
{
    public static IEnumerable<MailDefect> All { get; } =
    [
        new(
            "sorts recipients",
            _ => SpoilMail.Mails(mail => mail with { Recipients = [.. mail.Recipients.Order(StringComparer.OrdinalIgnoreCase)] }),
            "A_mail_comes_back_as_it_was_written"),
        new(
            "sends mails that could not be made",
            _ => SpoilMail.Mails(mail => mail with { Failure = null, Content = mail.Content ?? MailContent.FromOctets(Array.Empty<byte>()) }),
            "A_mail_that_could_not_be_made_is_written_as_failed"),
        new(
            "does not look at the state",
            _ => new() { FindMails = (query, next, _) => next(query with { State = null }) },
            "Mails_are_found_by_each_criterion_the_youngest_first_in_pages"),
        new(
            "claims mails that are not due",
            world => SpoilMail.Mails(mail => mail with { NotBefore = world.Past }),
            "Mails_are_claimed_the_oldest_first_when_they_are_due"),
        new(
            "forgets who has which mail",
            _ =>
            {
                IReadOnlyList<OutboxClaim> last = [];
                return new() { ClaimMails = async (request, next, _) => await next(request) is { Count: > 0 } claims ? last = claims : last };
            },
            "A_mail_under_a_living_lease_is_not_handed_out_again"),
        new(
            "takes every mail that it finds again for one in doubt",
            _ =>
            {
                var seen = new ConcurrentDictionary<long, bool>();
                return Claiming(claim => claim with { InDoubt = !seen.TryAdd(claim.Entry.Id, true) });
            },
            "A_mail_claimed_and_not_yet_sending_is_free_after_its_lease_and_not_in_doubt"),
        new(
            "has no doubts",
            _ => Claiming(claim => claim with { InDoubt = false }),
            "A_mail_found_in_sending_is_in_doubt",
            "A_node_that_comes_back_takes_its_mails_and_events_back_at_once"),
        new(
            "leaves mails in sending where they are",
            _ => new() { ClaimMails = async (request, next, _) => [.. (await next(request)).Where(claim => !claim.InDoubt)] },
            "A_mail_found_in_sending_is_in_doubt"),
        new(
            "forgets the fences of mails",
            _ =>
            {
                var newest = new ConcurrentDictionary<long, OutboxClaim>();
                return new()
                {
                    ClaimMails = async (request, next, _) => [.. (await next(request)).Select(claim => newest[claim.Entry.Id] = claim)],
                    CommitMail = (made, next, _) => next((newest[made.Claim.Entry.Id], made.Commit)),
                };
            },
            "An_older_claim_of_a_mail_can_commit_nothing"),
        new(
            "compares the time in each commit of a mail",
            world =>
            {
                var ends = new ConcurrentDictionary<long, DateTimeOffset>();
                return new()
                {
                    ClaimMails = async (request, next, _) =>
                    {
                        var claims = await next(request);
                        foreach (var claim in claims)
                        {
                            ends[claim.Entry.Id] = world.Clock.GetUtcNow() + request.Lease;
                        }

                        return claims;
                    },
                    CommitMail = (made, next, _) => ends[made.Claim.Entry.Id] < world.Clock.GetUtcNow() ? Task.FromResult(false) : next(made),
                };
            },
            "A_late_delivery_is_noted_when_nobody_took_the_mail_meanwhile"),
        new(
            "looks for mails and then takes them",
            _ =>
            {
                var collision = new Collision<IReadOnlyList<OutboxClaim>>(claims => claims.Count > 0);
                return new() { ClaimMails = (request, next, _) => collision.RunAsync(() => next(request)) };
            },
            "Claimers_at_once_never_share_a_mail"),
    ];

    private static MailTampering Claiming(Func<OutboxClaim, OutboxClaim> spoil) =>
        new() { ClaimMails = async (request, next, _) => [.. (await next(request)).Select(spoil)] };
}
