using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Conformance.Octets;

namespace HelpDesk.Email.Testing.Conformance.Mail;

/// <summary>Octets come back as they were received.</summary>
internal static class OctetRules
{
    public static IReadOnlyList<Rule<MailTrial>> All { get; } =
    [
        new(
            "Octets_come_back_octet_for_octet",
            "Store octets as binary: mail is no text, and its signatures break over one changed line end.",
            async trial =>
            {
                foreach (var length in new[] { 0, 1, 100_001 })
                {
                    var octets = new GeneratedOctets(seed: 30, length);
                    var id = await trial.AddAsync(trial.Row(octets: octets)).ConfigureAwait(false);
                    await ExpectAsync(trial, id, octets).ConfigureAwait(false);
                }
            }),
        new(
            "A_mail_of_64_MB_comes_back_octet_for_octet",
            "Copy octets in pieces, in and out: several large mails at once must not stand in memory.",
            async trial =>
            {
                var octets = new GeneratedOctets(seed: 31, length: 64 << 20);
                var id = await trial.AddAsync(trial.Row(octets: octets)).ConfigureAwait(false);
                await ExpectAsync(trial, id, octets).ConfigureAwait(false);
            }),
        new(
            "Rows_that_share_octets_all_have_them",
            "Octets may be stored once for all rows with the same hash, in whatever mailbox, and for duplicates; each row opens them.",
            async trial =>
            {
                var octets = new GeneratedOctets(seed: 32, length: 3_000);
                var window = TimeSpan.FromHours(1);
                var results = await trial.AppendAsync(
                    trial.Row(octets: octets) with { DuplicateWindow = window },
                    trial.Row(octets: octets) with { DuplicateWindow = window },
                    trial.Row(octets: octets) with { Mailbox = "sales" }).ConfigureAwait(false);
                foreach (var result in results)
                {
                    await ExpectAsync(trial, result.Id, octets).ConfigureAwait(false);
                }
            }),
        new(
            "Octets_outlive_the_content_they_came_in_and_the_one_they_left_in",
            "Copy octets before the append completes: the content given is a temporary file that its owner deletes. Disposing what OpenContentAsync gave does no harm.",
            async trial =>
            {
                var octets = new GeneratedOctets(seed: 33, length: 2_500_000);
                var writer = new MailContentWriter();
                await using (writer.ConfigureAwait(false))
                {
                    var buffer = new byte[octets.Length];
                    var source = octets.Open();
                    await using (source.ConfigureAwait(false))
                    {
                        await source.ReadExactlyAsync(buffer, trial.Cancellation).ConfigureAwait(false);
                    }

                    await writer.WriteAsync(buffer, trial.Cancellation).ConfigureAwait(false);
                    long id;
                    using (var spooled = writer.Complete())
                    {
                        id = await trial.AddAsync(trial.Row() with { Content = spooled }).ConfigureAwait(false);
                    }

                    await ExpectAsync(trial, id, octets).ConfigureAwait(false);
                    await ExpectAsync(trial, id, octets).ConfigureAwait(false);
                }
            }),
        new(
            "Octets_can_be_read_twice_at_once_and_from_any_place",
            "OpenRead gives a seekable stream of its own at each call.",
            async trial =>
            {
                var octets = new GeneratedOctets(seed: 34, length: 200_000);
                var id = await trial.AddAsync(trial.Row(octets: octets)).ConfigureAwait(false);
                using var content = Expect.Present(await trial.Store.Journal.OpenContentAsync(id, trial.Cancellation).ConfigureAwait(false), "The content");
                var first = content.OpenRead();
                await using (first.ConfigureAwait(false))
                {
                    Expect.That(first.CanSeek, "a stream that can't seek.");
                    first.Seek(150_000, SeekOrigin.Begin);
                    await first.ReadExactlyAsync(new byte[1_000], trial.Cancellation).ConfigureAwait(false);
                    var second = content.OpenRead();
                    await using (second.ConfigureAwait(false))
                    {
                        await octets.ExpectSameAsync(second, "The stream opened beside another", trial.Cancellation).ConfigureAwait(false);
                    }

                    first.Seek(0, SeekOrigin.Begin);
                    await octets.ExpectSameAsync(first, "The stream set back to its start", trial.Cancellation).ConfigureAwait(false);
                }
            }),
        new(
            "A_row_that_does_not_exist_has_no_octets",
            "An unknown id answers null, for the journal and for the outbox.",
            async trial =>
            {
                Expect.That(await trial.Store.Journal.OpenContentAsync(987_654, trial.Cancellation).ConfigureAwait(false) is null, "octets of a row that does not exist.");
                Expect.That(await trial.Store.Outbox.OpenContentAsync(987_654, trial.Cancellation).ConfigureAwait(false) is null, "octets of a mail that does not exist.");
            }),
    ];

    private static async Task ExpectAsync(MailTrial trial, long id, GeneratedOctets octets)
    {
        using var content = Expect.Present(await trial.Store.Journal.OpenContentAsync(id, trial.Cancellation).ConfigureAwait(false), "The content");
        Expect.Same(octets.Length, content.Length, "The length of the content");
        Expect.Same(octets.Hash, content.Hash, "The hash of the content");
        var stream = content.OpenRead();
        await using (stream.ConfigureAwait(false))
        {
            await octets.ExpectSameAsync(stream, "The content", trial.Cancellation).ConfigureAwait(false);
        }

        var row = await trial.EntryAsync(id).ConfigureAwait(false);
        Expect.Same(octets.Length, row.Size, "The size in the row");
        Expect.Same(octets.Hash, row.ContentHash, "The hash in the row");
    }
}
