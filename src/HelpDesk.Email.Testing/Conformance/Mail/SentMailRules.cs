using HelpDesk.Email.Testing.Conformance.Octets;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Conformance.Mail;

/// <summary>Sent mail is kept as it was sent for a while; then its octets go and its row stays.</summary>
internal static class SentMailRules
{
    public static IReadOnlyList<Rule<MailTrial>> All { get; } =
    [
        new(
            "Sent_mails_lose_their_octets_when_they_are_old_enough_and_no_others_do",
            "Purge the octets of mails in Sent whose last attempt ended before the moment; keep their rows, and the octets of those in any other state.",
            async trial =>
            {
                var first = await SentAsync(trial).ConfigureAwait(false);
                await trial.PassAsync(TimeSpan.FromSeconds(2)).ConfigureAwait(false);
                var moment = trial.Now;
                await trial.PassAsync(TimeSpan.FromSeconds(2)).ConfigureAwait(false);
                var second = await SentAsync(trial).ConfigureAwait(false);
                var refused = await DeliveredAsync(trial, OutboxRecipientState.Failed).ConfigureAwait(false);
                var waiting = Expect.One(
                    await trial.MailsAsync(await trial.AddAndFinishAsync(MailTrial.Finish() with { Outbox = [trial.Mail()] }).ConfigureAwait(false)).ConfigureAwait(false), "The mails that wait");
                Expect.Same(1, await PurgeAsync(trial, moment, 10).ConfigureAwait(false), "How many mails that were sent before the moment lost their octets");
                await ExpectOctetsAsync(trial, first, areThere: false).ConfigureAwait(false);
                await ExpectOctetsAsync(trial, second, areThere: true).ConfigureAwait(false);
                Expect.Same(Shown.Of(first), Shown.Of(await trial.MailAsync(first.Id).ConfigureAwait(false)), "The row whose octets were purged");
                await trial.PassAsync(TimeSpan.FromSeconds(2)).ConfigureAwait(false);
                Expect.Same(1, await PurgeAsync(trial, trial.Now, 10).ConfigureAwait(false), "How many mails lost their octets when all are old enough");
                await ExpectOctetsAsync(trial, second, areThere: false).ConfigureAwait(false);
                await ExpectOctetsAsync(trial, refused, areThere: true).ConfigureAwait(false);
                await ExpectOctetsAsync(trial, waiting, areThere: true).ConfigureAwait(false);
            }),
        new(
            "Purging_sent_mails_takes_no_more_than_it_may",
            "Purge the octets of at most max mails a call; the next call goes on, until one purges nothing.",
            async trial =>
            {
                for (var i = 0; i < 3; i++)
                {
                    await SentAsync(trial).ConfigureAwait(false);
                }

                foreach (var expected in new[] { 2, 1, 0 })
                {
                    Expect.Same(expected, await PurgeAsync(trial, trial.Now.AddDays(1), 2).ConfigureAwait(false), "How many mails a call purged that may purge two");
                }
            }),
        new(
            "Octets_that_a_sent_mail_shares_stay_where_they_are_shared",
            "Purged octets go from the mail that was sent; a row of the journal that has the same keeps them.",
            async trial =>
            {
                var shared = new GeneratedOctets(seed: 71, length: 2_000);
                var id = await trial.AddAsync(trial.Row(octets: shared)).ConfigureAwait(false);
                var finish = MailTrial.Finish() with { Outbox = [trial.Mail() with { Content = new GeneratedContent(shared) }] };
                await trial.One.CommitAsync(await trial.One.ClaimOneAsync().ConfigureAwait(false), finish).ConfigureAwait(false);
                await DeliverAsync(trial, OutboxRecipientState.Accepted).ConfigureAwait(false);
                Expect.Same(1, await PurgeAsync(trial, trial.Now.AddDays(1), 10).ConfigureAwait(false), "How many mails lost their octets");
                using var content = Expect.Present(await trial.Store.Journal.OpenContentAsync(id, trial.Cancellation).ConfigureAwait(false), "The content of the row of the journal");
                Expect.Same(shared.Length, content.Length, "The length of the content of the row of the journal");
            }),
    ];

    private static Task<OutboxEntry> SentAsync(MailTrial trial) => DeliveredAsync(trial, OutboxRecipientState.Accepted);

    private static async Task<OutboxEntry> DeliveredAsync(MailTrial trial, OutboxRecipientState state)
    {
        await trial.AddAndFinishAsync(MailTrial.Finish() with { Outbox = [trial.Mail()] }).ConfigureAwait(false);
        return await trial.MailAsync(await DeliverAsync(trial, state).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private static async Task<long> DeliverAsync(MailTrial trial, OutboxRecipientState state)
    {
        var claim = await trial.One.ClaimOneMailAsync().ConfigureAwait(false);
        await trial.One.CommitAsync(claim, new SendingCommit()).ConfigureAwait(false);
        var recipients = claim.Entry.Recipients.Select(recipient => recipient with { State = state, Reply = "told" });
        await trial.One.CommitAsync(claim, new DeliveryCommit([.. recipients], trial.Past)).ConfigureAwait(false);
        return claim.Entry.Id;
    }

    private static async Task ExpectOctetsAsync(MailTrial trial, OutboxEntry mail, bool areThere)
    {
        using var content = await trial.Store.Outbox.OpenContentAsync(mail.Id, trial.Cancellation).ConfigureAwait(false);
        Expect.Same(areThere, content is not null, $"Whether the octets of a mail in {mail.State} are there");
    }

    private static Task<int> PurgeAsync(MailTrial trial, DateTimeOffset before, int max) =>
        trial.Store.Retention.PurgeSentMailAsync(before, max, trial.Cancellation).AsTask();
}
