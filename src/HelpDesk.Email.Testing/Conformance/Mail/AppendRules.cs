using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Conformance.Octets;

namespace HelpDesk.Email.Testing.Conformance.Mail;

/// <summary>How rows come into the journal.</summary>
internal static class AppendRules
{
    private const string Hard = "概要 😀 ' \" %s \\ <b>";

    public static IReadOnlyList<Rule<MailTrial>> All { get; } =
    [
        new(
            "An_appended_row_comes_back_as_it_was_written",
            "Store every field of the row and of its facts as it is: null stays null, empty stays empty, lists keep their order.",
            async trial =>
            {
                var full = trial.Row() with
                {
                    Facts = new MailFacts("<Full@sender.example>")
                    {
                        InReplyTo = ["<a@x.example>", "<b@x.example>"],
                        References = ["<c@x.example>", "<a@x.example>"],
                        From = EmailAddress.Create("Ann@Example.test", "Ann Ü " + Hard),
                        Subject = Hard,
                        Date = new DateTimeOffset(2026, 3, 1, 23, 0, 0, TimeSpan.FromHours(-8)),
                        BodyDigest = new string('a', 64),
                    },
                    Origin = JournalOrigin.AgentReply,
                    ReversePath = "ann@example.test",
                    EnvelopeRecipients = ["z@helpdesk.example", "a@helpdesk.example"],
                    NeedsAcknowledgement = true,
                };
                var bounce = trial.Row() with { ReversePath = string.Empty };
                foreach (var row in new[] { full, bounce, trial.Row() })
                {
                    var id = await trial.AddAsync(row).ConfigureAwait(false);
                    var found = await trial.EntryAsync(id).ConfigureAwait(false);
                    Expect.Same(Shown.Of(Written(id, row) with { NotBefore = found.NotBefore }), Shown.Of(found), "The row");
                }
            }),
        new(
            "A_known_receipt_makes_no_second_row",
            "Mailbox and receipt are unique together: the first row stays as it is, the second append answers Known with its id; also within one batch.",
            async trial =>
            {
                var first = await trial.AddAsync(trial.Row("uid:7")).ConfigureAwait(false);
                var before = await trial.EntryAsync(first).ConfigureAwait(false);
                var results = await trial.AppendAsync(trial.Row("uid:7"), trial.Row("uid:8"), trial.Row("uid:8")).ConfigureAwait(false);
                Expect.SameList(
                    [new(first, AppendStatus.Known), new(results[1].Id, AppendStatus.Added), new(results[1].Id, AppendStatus.Known)],
                    results,
                    "The answers");
                Expect.Same(Shown.Of(before), Shown.Of(await trial.EntryAsync(first).ConfigureAwait(false)), "The first row");
                Expect.Same(2, (await trial.FindAsync(new JournalQuery()).ConfigureAwait(false)).Count, "The number of rows");
            }),
        new(
            "The_same_receipt_in_another_mailbox_is_another_row",
            "A receipt names a mail within its mailbox alone.",
            async trial =>
            {
                var first = await trial.AddAsync(trial.Row("uid:7")).ConfigureAwait(false);
                var second = await trial.AddAsync(trial.Row("uid:7") with { Mailbox = "sales" }).ConfigureAwait(false);
                Expect.That(first != second, "one row for two mailboxes.");
            }),
        new(
            "One_receipt_appended_at_once_by_many_makes_one_row",
            "Let a unique key decide whose row it is; the others answer Known with its id.",
            async trial =>
            {
                var two = await trial.JoinSecondAsync().ConfigureAwait(false);
                for (var round = 0; round < 5; round++)
                {
                    var receipt = $"round:{round}";
                    var results = await Crowd.RunAsync(
                        8,
                        async i => (await (i % 2 == 0 ? trial.Store : two.Store).Journal
                            .AppendAsync([trial.Row(receipt)], trial.Cancellation).ConfigureAwait(false))[0]).ConfigureAwait(false);
                    Expect.Same(1, results.Select(result => result.Id).Distinct().Count(), "The number of rows for one receipt");
                    Expect.Same(1, results.Count(result => result.Status == AppendStatus.Added), "The number of answers Added");
                    Expect.Same(7, results.Count(result => result.Status == AppendStatus.Known), "The number of answers Known");
                }
            }),
        new(
            "Ids_ascend_in_the_order_of_the_rows",
            "Each row gets a number greater than all before it, and the answers come in the order of the rows given.",
            async trial =>
            {
                var first = await trial.AddAsync(3).ConfigureAwait(false);
                var second = await trial.AddAsync(3).ConfigureAwait(false);
                long[] ids = [.. first, .. second];
                Expect.That(ids.Zip(ids.Skip(1)).All(pair => pair.First < pair.Second), $"the ids [{string.Join(", ", ids)}].");
                var receipts = new List<string>();
                foreach (var id in ids)
                {
                    receipts.Add((await trial.EntryAsync(id).ConfigureAwait(false)).Receipt);
                }

                Expect.SameList(Enumerable.Range(1, 6).Select(i => $"uid:{i}"), receipts, "The receipts in the order of the ids");
            }),
        new(
            "A_batch_that_breaks_off_leaves_no_row",
            "The rows of one append are committed together: when the octets of one can't be read, let the exception out and write none.",
            async trial =>
            {
                var octets = new GeneratedOctets(seed: 20, length: 2_000_000);
                var breaking = trial.Row("uid:2") with
                {
                    Content = new GeneratedContent(octets, position => { if (position > 1_000_000) { throw new IOException("The octets broke off."); } }),
                };
                await Expect.ThrowsAsync(
                    () => trial.AppendAsync(trial.Row("uid:1"), breaking, trial.Row("uid:3")),
                    "a batch that was written although octets could not be read.").ConfigureAwait(false);
                Expect.Same(0, (await trial.FindAsync(new JournalQuery()).ConfigureAwait(false)).Count, "The number of rows after the batch that broke off");
                await trial.AddAsync(trial.Row("uid:1")).ConfigureAwait(false);
            }),
    ];

    private static JournalEntry Written(long id, NewJournalEntry row) => new(id, row.Mailbox, row.Receipt, row.Facts)
    {
        Origin = row.Origin,
        OperationId = row.OperationId,
        ReceivedAt = row.ReceivedAt,
        ReversePath = row.ReversePath,
        EnvelopeRecipients = row.EnvelopeRecipients,
        Size = row.Content.Length,
        ContentHash = row.Content.Hash,
        NeedsAcknowledgement = row.NeedsAcknowledgement,
    };
}
