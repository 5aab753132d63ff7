using HelpDesk.Email.Testing.Conformance.Octets;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Testing.Conformance.Tickets;

/// <summary>Files come back as they were given.</summary>
internal static class AttachmentRules
{
    public static IReadOnlyList<Rule<TicketTrial>> All { get; } =
    [
        new(
            "Files_come_back_octet_for_octet",
            "Store files as binary, from the start of the stream to its end: no text conversion, no line ends changed, no octet lost.",
            trial => ExpectRoundTripAsync(trial, new GeneratedOctets(seed: 3, length: 100_001))),
        new(
            "A_file_of_64_MB_comes_back_octet_for_octet",
            "Copy files in pieces: mail brings large ones, and several at once must not stand in memory.",
            trial => ExpectRoundTripAsync(trial, new GeneratedOctets(seed: 4, length: 64 << 20))),
        new(
            "An_empty_file_is_a_file",
            "A file without octets is stored with its name, and opens.",
            trial => ExpectRoundTripAsync(trial, new GeneratedOctets(seed: 5, length: 0))),
        new(
            "A_file_keeps_its_name_type_and_place",
            "Store FileName, ContentType, Size, Sha256, ContentId and IsInline of each file, and the order of the files.",
            async trial =>
            {
                var octets = new GeneratedOctets(seed: 6, length: 700);
                TicketAttachment[] files =
                [
                    TicketTrial.File(octets, "Übersicht – 概要 😀.pdf"),
                    TicketTrial.File(octets, "logo.png") with { ContentType = "image/png", ContentId = "logo@example.test", IsInline = true },
                ];
                var made = await trial.AppliedAsync(TicketTrial.Making(files)).ConfigureAwait(false);
                var entry = Expect.One(await trial.EntriesAsync(made.Ticket!.Number).ConfigureAwait(false), "Reading the entries");
                Expect.SameList(files.Select(Show), entry.Attachments.Select(Show), "The files of the entry");
            }),
        new(
            "Files_with_equal_octets_are_files_of_their_own",
            "Octets may be stored once for all who share them; the files that share them all stay, in one entry and across tickets.",
            async trial =>
            {
                var octets = new GeneratedOctets(seed: 7, length: 5_000);
                var first = await trial.AppliedAsync(TicketTrial.Making(TicketTrial.File(octets, "a.txt"), TicketTrial.File(octets, "b.txt"))).ConfigureAwait(false);
                var second = await trial.AppliedAsync(TicketTrial.Making(TicketTrial.File(octets, "c.txt"))).ConfigureAwait(false);
                await ExpectFilesAsync(trial, first.Ticket!.Number, octets, "a.txt", "b.txt").ConfigureAwait(false);
                await ExpectFilesAsync(trial, second.Ticket!.Number, octets, "c.txt").ConfigureAwait(false);
            }),
        new(
            "A_stored_file_can_be_opened_again_and_at_once",
            "Open gives a new stream from the start at each call, also while another one is open.",
            async trial =>
            {
                var octets = new GeneratedOctets(seed: 8, length: 300_000);
                var made = await trial.AppliedAsync(TicketTrial.Making(TicketTrial.File(octets))).ConfigureAwait(false);
                var entry = Expect.One(await trial.EntriesAsync(made.Ticket!.Number).ConfigureAwait(false), "Reading the entries");
                var file = Expect.One(entry.Attachments, "Reading the files");
                var first = file.Open();
                await using (first.ConfigureAwait(false))
                {
                    await first.ReadExactlyAsync(new byte[1_000], trial.Cancellation).ConfigureAwait(false);
                    var second = file.Open();
                    await using (second.ConfigureAwait(false))
                    {
                        await octets.ExpectSameAsync(second, "The file opened a second time", trial.Cancellation).ConfigureAwait(false);
                    }
                }
            }),
    ];

    private static async Task ExpectRoundTripAsync(TicketTrial trial, GeneratedOctets octets)
    {
        var made = await trial.AppliedAsync(TicketTrial.Making(TicketTrial.File(octets))).ConfigureAwait(false);
        await ExpectFilesAsync(trial, made.Ticket!.Number, octets, "scan.pdf").ConfigureAwait(false);
    }

    private static async Task ExpectFilesAsync(TicketTrial trial, string number, GeneratedOctets octets, params string[] names)
    {
        var entry = Expect.One(await trial.EntriesAsync(number).ConfigureAwait(false), "Reading the entries");
        Expect.SameList(names, entry.Attachments.Select(file => file.FileName), "The names of the files");
        foreach (var file in entry.Attachments)
        {
            var stream = file.Open();
            await using (stream.ConfigureAwait(false))
            {
                await octets.ExpectSameAsync(stream, $"The file '{file.FileName}'", trial.Cancellation).ConfigureAwait(false);
            }
        }
    }

    private static string Show(TicketAttachment file) =>
        $"{file.FileName} | {file.ContentType} | {file.Size} | {file.Sha256} | {file.ContentId} | {file.IsInline}";
}
