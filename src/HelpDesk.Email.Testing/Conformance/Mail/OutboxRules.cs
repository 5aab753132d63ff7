using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Conformance.Mail;

/// <summary>How mails come into the outbox and are found there.</summary>
internal static class OutboxRules
{
    public static IReadOnlyList<Rule<MailTrial>> All { get; } =
    [
        new(
            "A_mail_comes_back_as_it_was_written",
            "Store every field and the octets as they are: they are fixed when the row is written, and the same in every attempt.",
            async trial =>
            {
                var written = trial.Mail() with
                {
                    Recipients = ["Zoe@example.test", "ann@example.test"],
                    Template = "TicketReceived",
                    Subject = "Re: 概要 😀 ' \" %s",
                    Account = "second",
                    ReversePath = "bounces@helpdesk.example",
                    WantsReports = false,
                    NotBefore = trial.Now.AddSeconds(10),
                };
                var bare = trial.Mail() with { Ticket = null };
                var before = trial.Now;
                var journalId = await trial.AddAndFinishAsync(MailTrial.Finish() with { Outbox = [written, bare] }).ConfigureAwait(false);
                var mails = await trial.MailsAsync(journalId).ConfigureAwait(false);
                Expect.Same(2, mails.Count, "The number of mails");
                foreach (var (mail, given) in mails.Zip([written, bare]))
                {
                    var expected = new OutboxEntry(mail.Id, given.MessageId, [.. given.Recipients.Select(address => new OutboxRecipient(address))])
                    {
                        JournalId = journalId,
                        Template = given.Template,
                        Subject = given.Subject,
                        Ticket = given.Ticket,
                        Account = given.Account,
                        ReversePath = given.ReversePath,
                        WantsReports = given.WantsReports,
                        CreatedAt = mail.CreatedAt,
                        QueuedAt = mail.CreatedAt,
                        NotBefore = given.NotBefore,
                    };
                    Expect.Same(Shown.Of(expected), Shown.Of(mail), "The mail");
                    Expect.That(
                        mail.CreatedAt >= before.AddSeconds(-5) && mail.CreatedAt <= trial.Now.AddSeconds(5), $"the time of writing '{mail.CreatedAt:O}'.");
                    using var content = Expect.Present(await trial.Store.Outbox.OpenContentAsync(mail.Id, trial.Cancellation).ConfigureAwait(false), "The octets");
                    Expect.Same(given.Content!.Length, content.Length, "The length of the octets");
                    Expect.Same(given.Content.Hash, content.Hash, "The hash of the octets");
                }

                Expect.That(mails[0].Id < mails[1].Id, "mails whose ids don't ascend in their order.");
            }),
        new(
            "A_mail_that_could_not_be_made_is_written_as_failed",
            "With a Failure the row is Failed with it as LastError, has no octets, and is never claimed.",
            async trial =>
            {
                var failed = trial.Mail() with { Content = null, Failure = "The template has no such part." };
                var id = await trial.AddAndFinishAsync(MailTrial.Finish() with { Outbox = [failed] }).ConfigureAwait(false);
                var mail = Expect.One(await trial.MailsAsync(id).ConfigureAwait(false), "The mails that follow from the row");
                Expect.Same(OutboxState.Failed, mail.State, "The state");
                Expect.Same("The template has no such part.", mail.LastError, "The last error");
                Expect.That(await trial.Store.Outbox.OpenContentAsync(mail.Id, trial.Cancellation).ConfigureAwait(false) is null, "octets of a mail that could not be made.");
                Expect.Same(0, (await trial.One.ClaimMailAsync().ConfigureAwait(false)).Count, "The number of mails to be sent");
            }),
        new(
            "Mails_are_found_by_each_criterion_the_youngest_first_in_pages",
            "Each criterion of an OutboxQuery narrows; order by id descending; Before gives the mails below it, Limit how many.",
            async trial =>
            {
                var first = await trial.AddAndFinishAsync(MailTrial.Finish() with { Outbox = [trial.Mail(), trial.Mail() with { Ticket = "1001" }] }).ConfigureAwait(false);
                var second = await trial.AddAndFinishAsync(MailTrial.Finish() with
                {
                    Outbox = [trial.Mail() with { MessageId = "<AbC@helpdesk.example>" }, trial.Mail() with { Content = null, Failure = "broken" }],
                }).ConfigureAwait(false);
                long[] ids = [.. (await trial.FindAsync(new OutboxQuery()).ConfigureAwait(false)).Select(mail => mail.Id)];
                Expect.Same(4, ids.Length, "The number of mails");
                Expect.SameList(ids.OrderDescending(), ids, "The order of the mails");
                var youngest = await trial.MailAsync(ids[2]).ConfigureAwait(false);

                await ExpectAsync(trial, new OutboxQuery { Id = ids[2] }, ids[2]).ConfigureAwait(false);
                await ExpectAsync(trial, new OutboxQuery { Id = 987_654 }).ConfigureAwait(false);
                await ExpectAsync(trial, new OutboxQuery { JournalId = first }, ids[2], ids[3]).ConfigureAwait(false);
                await ExpectAsync(trial, new OutboxQuery { JournalId = second }, ids[0], ids[1]).ConfigureAwait(false);
                await ExpectAsync(trial, new OutboxQuery { Ticket = "1001" }, ids[2]).ConfigureAwait(false);
                await ExpectAsync(trial, new OutboxQuery { State = OutboxState.Failed }, ids[0]).ConfigureAwait(false);
                await ExpectAsync(trial, new OutboxQuery { State = OutboxState.Ready }, ids[1], ids[2], ids[3]).ConfigureAwait(false);
                await ExpectAsync(
                    trial, new OutboxQuery { MessageIds = [youngest.MessageId, "<AbC@helpdesk.example>", "<none@x.example>"] }, ids[1], ids[2]).ConfigureAwait(false);
                await ExpectAsync(trial, new OutboxQuery { MessageIds = ["<abc@helpdesk.example>"] }).ConfigureAwait(false);
                await ExpectAsync(trial, new OutboxQuery { Limit = 2 }, ids[0], ids[1]).ConfigureAwait(false);
                await ExpectAsync(trial, new OutboxQuery { Before = ids[1], Limit = 1 }, ids[2]).ConfigureAwait(false);
                await ExpectAsync(trial, new OutboxQuery { Ticket = "1000", State = OutboxState.Ready }, ids[1], ids[3]).ConfigureAwait(false);
            }),
    ];

    private static async Task ExpectAsync(MailTrial trial, OutboxQuery query, params long[] ids) =>
        Expect.SameList(ids, (await trial.FindAsync(query).ConfigureAwait(false)).Select(mail => mail.Id), $"What was found by {query}");
}
