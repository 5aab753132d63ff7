using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Conformance.Mail;

/// <summary>Which ticket a Message-ID belongs to.</summary>
internal static class MessageIndexRules
{
    public static IReadOnlyList<Rule<MailTrial>> All { get; } =
    [
        new(
            "Indexed_message_ids_are_found_octet_for_octet_and_unknown_ones_left_out",
            "Compare ids with their case, up to 100 at once; what is not indexed is not in the answer.",
            async trial =>
            {
                IndexedMessage[] messages = [.. Enumerable.Range(0, 60).Select(i => new IndexedMessage($"<Message{i}@x.example>", $"{1000 + i}"))];
                await trial.AddAndFinishAsync(MailTrial.Finish() with { Index = messages }).ConfigureAwait(false);
                string[] asked = [.. messages.Select(message => message.MessageId), .. Enumerable.Range(0, 40).Select(i => $"<unknown{i}@x.example>")];
                var found = await trial.Store.MessageIndex.FindAsync(asked, trial.Cancellation).ConfigureAwait(false);
                Expect.SameList(
                    messages.OrderBy(message => message.MessageId, StringComparer.Ordinal),
                    found.OrderBy(message => message.MessageId, StringComparer.Ordinal),
                    "The messages found");
                var inLowerCase = await trial.Store.MessageIndex
                    .FindAsync([.. messages.Select(message => message.MessageId.ToLowerInvariant())], trial.Cancellation).ConfigureAwait(false);
                Expect.Same(0, inLowerCase.Count, "The number of messages found by ids in another case");
            }),
        new(
            "A_message_id_indexed_again_stays_with_its_first_ticket",
            "A Message-ID belongs to one ticket, to the one it was indexed for first: else a stranger who repeats an id in a mail of his own could take it away.",
            async trial =>
            {
                await trial.AddAndFinishAsync(MailTrial.Finish() with { Index = [new IndexedMessage("<a@x.example>", "1000")] }).ConfigureAwait(false);
                await trial.AddAndFinishAsync(MailTrial.Finish() with { Index = [new IndexedMessage("<a@x.example>", "1001")] }).ConfigureAwait(false);
                var found = await trial.Store.MessageIndex.FindAsync(["<a@x.example>"], trial.Cancellation).ConfigureAwait(false);
                Expect.SameList([new IndexedMessage("<a@x.example>", "1000")], found, "The messages found");
            }),
    ];
}
