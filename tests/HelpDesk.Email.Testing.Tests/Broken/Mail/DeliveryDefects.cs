using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Tests.Broken.Mail;

/// <summary>Stores that are wrong about what an attempt gave.</summary>
internal static class DeliveryDefects
{
    public static IEnumerable<MailDefect> All { get; } =
    [
        new(
            "takes a second sending under one claim",
            _ => new()
            {
                CommitMail = async (made, next, _) => await next(made) || made.Commit is SendingCommit,
            },
            "Sending_counts_an_attempt_once_a_claim"),
        new(
            "forgets what servers said",
            _ => SpoilMail.Recipients(recipients => recipients.Select(recipient => recipient with { Reply = null })),
            "A_mail_that_every_recipient_accepted_is_sent"),
        new(
            "takes one refused recipient for all",
            _ => SpoilMail.Recipients(recipients => recipients.Any(recipient => recipient.State == OutboxRecipientState.Failed)
                ? recipients.Select(recipient => recipient with { State = OutboxRecipientState.Failed })
                : recipients),
            "A_mail_that_some_recipients_refused_is_sent_all_the_same"),
        new(
            "takes every mail without recipients to be tried for sent",
            _ => new()
            {
                FindMails = async (query, next, _) =>
                    [.. (await next(query)).Select(mail => mail.State == OutboxState.Failed ? mail with { State = OutboxState.Sent } : mail)],
            },
            "A_mail_that_no_recipient_accepted_is_failed"),
        new(
            "gives recipients up that are still to be tried",
            _ => SpoilMail.Recipients(recipients => recipients.Select(recipient =>
                recipient.State == OutboxRecipientState.Pending ? recipient with { State = OutboxRecipientState.Failed } : recipient)),
            "A_mail_with_a_recipient_still_to_be_tried_is_ready_again"),
        new(
            "takes a delivery without an attempt",
            _ => new()
            {
                CommitMail = async (made, next, _) =>
                {
                    if (made.Commit is DeliveryCommit)
                    {
                        await next((made.Claim, new SendingCommit()));
                    }

                    return await next(made);
                },
            },
            "A_delivery_needs_an_attempt"),
        new(
            "counts attempts on a closed channel",
            world => new()
            {
                CommitMail = async (made, next, _) => made.Commit is HoldCommit hold
                    ? await next((made.Claim, new DeliveryCommit((await world.MailAsync(made.Claim.Entry.Id)).Recipients, hold.NotBefore) { Error = hold.Reason }))
                    : await next(made),
            },
            "A_mail_put_on_hold_is_ready_again_without_an_attempt",
            "A_mail_resumes_after_a_crash_where_its_last_commit_left_it"),
        new(
            "does not index what the provider called the mail",
            _ => SpoilMail.MailCommits<DeliveryCommit>(delivery => delivery with { ProviderMessageId = null }),
            "The_message_id_a_provider_gave_belongs_to_the_ticket_too"),
    ];
}
