using HelpDesk.Email.Outbound;

namespace HelpDesk.Email.Testing.Conformance.Outbound;

/// <summary>How the content is read.</summary>
internal static class ContentRules
{
    // Something else in the process may take memory meanwhile; it does not do so every time.
    private const int Attempts = 5;

    public static IReadOnlyList<Rule<OutboundTransportTrial>> All { get; } =
    [
        new(
            "A_large_mail_arrives_whole",
            "A mail of 25 MB is nothing special.",
            async trial =>
            {
                var mail = trial.Mail(OutboundTransportTrial.Lines(trial.Fixture.LargestMail));
                await trial.SendAcceptedAsync(mail).ConfigureAwait(false);
                await trial.ExpectArrivedAsync(mail).ConfigureAwait(false);
            }),
        new(
            "A_large_mail_is_never_in_memory",
            "Copy the octets in pieces from OpenRead to where they go: several large mails at once must not stand in memory.",
            async trial =>
            {
                OutboundTransportTrial.Requires(!trial.Fixture.HoldsMails, "whole mails are kept in memory (HoldsMails)");
                var body = OutboundTransportTrial.Lines(trial.Fixture.LargestMail);
                var least = long.MaxValue;
                for (var attempt = 0; attempt < Attempts && least > body.Length / 2; attempt++)
                {
                    least = Math.Min(least, await MeasureAsync(trial, body).ConfigureAwait(false));
                }

                Expect.That(least <= body.Length / 2, $"{least} octets more were in memory when nearly all of {body.Length} were read.");
            }),
        new(
            "The_content_stays_its_callers",
            "Dispose every stream that you opened before SendAsync completes, and never the content: it is sent again in the next attempt.",
            async trial =>
            {
                var mail = trial.Mail();
                var content = (TrialContent)mail.Content;
                await trial.SendAcceptedAsync(mail).ConfigureAwait(false);
                Expect.Same(0, content.Open, "The number of streams of the content that are still open");
                Expect.That(!content.IsDisposed, "The transport disposed the content.");
            }),
        new(
            "Content_that_breaks_off_sends_nothing",
            "When the octets can't be read to their end, take back what was begun: cut the connection, delete the file. Let the exception out, or answer Deferred or Unknown; the mail is not at fault, and neither is the channel.",
            async trial =>
            {
                var broken = BrokenMail(trial);
                var result = await AttemptAsync(trial, broken).ConfigureAwait(false);
                Expect.That(result?.Channel is null, $"The channel is closed because the octets could not be read: {result?.Channel?.Reason}");
                var wrong = result?.Recipients.FirstOrDefault(recipient => recipient.Status is RecipientStatus.Accepted or RecipientStatus.Rejected);
                Expect.That(wrong is null, $"{wrong?.Address} is {wrong?.Status}, and the octets broke off.");
                Expect.Same(0, ((TrialContent)broken.Content).Open, "The number of streams of the content that are still open");
                await trial.ExpectNothingAsync().ConfigureAwait(false);
            }),
        new(
            "A_mail_behind_one_that_broke_off_arrives",
            "What is left of a mail that broke off stands in the way of no other, and is no part of it.",
            async trial =>
            {
                await trial.SendAcceptedAsync(trial.Mail()).ConfigureAwait(false);
                var before = await trial.Fixture.ListAsync(trial.Cancellation).ConfigureAwait(false);
                await AttemptAsync(trial, BrokenMail(trial)).ConfigureAwait(false);
                var next = trial.Mail("the next\r\n");
                await trial.SendAcceptedAsync(next).ConfigureAwait(false);
                Expect.Same(before.Count + 1, (await trial.Fixture.ListAsync(trial.Cancellation).ConfigureAwait(false)).Count, "The number of mails that arrived around one that broke off");
                await trial.ExpectAmongAsync(next).ConfigureAwait(false);
            }),
    ];

    private static OutboundMail BrokenMail(OutboundTransportTrial trial)
    {
        var body = OutboundTransportTrial.Lines(3_000_000);
        return trial.Mail(body, position =>
        {
            if (position > body.Length / 2)
            {
                throw new IOException("The octets are gone.");
            }
        });
    }

    private static async Task<DeliveryResult?> AttemptAsync(OutboundTransportTrial trial, OutboundMail mail)
    {
        try
        {
            return await trial.SendAsync(mail).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not ConformanceException)
        {
            return null;
        }
    }

    // How much more is in memory when most of the mail was read than before it was sent.
    private static async Task<long> MeasureAsync(OutboundTransportTrial trial, string body)
    {
        // Off the stack of whoever completed the attempt before: what stands there would count as in use.
        await Task.Yield();
        var before = long.MaxValue;
        var growth = 0L;
        var isMeasured = false;
        var mail = trial.Mail(body, position =>
        {
            if (position > body.Length * 9L / 10 && !isMeasured)
            {
                isMeasured = true;
                growth = Math.Max(growth, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
            else if (position < body.Length / 2)
            {
                // Another look from the start; each is measured.
                isMeasured = false;
            }
        });
        before = GC.GetTotalMemory(forceFullCollection: true);
        await trial.SendAcceptedAsync(mail).ConfigureAwait(false);
        return growth;
    }
}
