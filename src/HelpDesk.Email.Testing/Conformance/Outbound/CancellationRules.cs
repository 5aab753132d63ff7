namespace HelpDesk.Email.Testing.Conformance.Outbound;

/// <summary>What a cancelled attempt leaves: the whole mail or nothing.</summary>
internal static class CancellationRules
{
    public static IReadOnlyList<Rule<OutboundTransportTrial>> All { get; } =
    [
        new(
            "A_token_that_is_cancelled_beforehand_sends_nothing",
            "SendAsync throws OperationCanceledException.",
            async trial =>
            {
                var isCancelled = await Expect.IsCancelledAsync(() => trial.Transport.SendAsync(trial.Mail(), new CancellationToken(canceled: true)).AsTask()).ConfigureAwait(false);
                Expect.That(isCancelled, "A mail was sent under a cancelled token.");
                await trial.ExpectNothingAsync().ConfigureAwait(false);
            }),
        new(
            "A_token_that_is_cancelled_midway_sends_nothing_or_the_whole_mail",
            "End with OperationCanceledException and take back what was begun, or go on to the end and give the result: never half a mail, and none that is sent and not told of.",
            async trial =>
            {
                using var source = CancellationTokenSource.CreateLinkedTokenSource(trial.Cancellation);
                var body = OutboundTransportTrial.Lines(3_000_000);
                var mail = trial.Mail(body, position =>
                {
                    if (position > body.Length / 2)
                    {
                        source.Cancel();
                    }
                });
                var isCancelled = await Expect.IsCancelledAsync(async () =>
                {
                    var result = await trial.Transport.SendAsync(mail, source.Token).ConfigureAwait(false);
                    ResultShape.Check(mail, result);
                    ResultShape.CheckAll(result, Email.Outbound.RecipientStatus.Accepted);
                }).ConfigureAwait(false);
                Expect.Same(0, ((TrialContent)mail.Content).Open, "The number of streams of the content that are still open");
                var next = trial.Mail("the next\r\n");
                await trial.SendAcceptedAsync(next).ConfigureAwait(false);
                await trial.ExpectArrivedAsync(isCancelled ? [next] : [mail, next]).ConfigureAwait(false);
            }),
        new(
            "A_token_that_is_cancelled_at_any_moment_sends_nothing_or_the_whole_mail",
            "At whatever await the token is cancelled: a mail arrives at most once and whole, the next one arrives, and what is told as accepted has arrived. Whether a mail arrived whose sending was cancelled behind its last octet, nobody knows; the engine asks again.",
            async trial =>
            {
                var mails = new List<(Email.Outbound.OutboundMail Mail, bool IsCancelled)>();
                for (var i = 0; i < Midway.Moments; i++)
                {
                    var mail = trial.Mail(OutboundTransportTrial.Lines(10_000));
                    var isCancelled = await Midway.CancelAsync(
                        i,
                        async token =>
                        {
                            var result = await trial.Transport.SendAsync(mail, token).ConfigureAwait(false);
                            ResultShape.Check(mail, result);
                            ResultShape.CheckAll(result, Email.Outbound.RecipientStatus.Accepted);
                        },
                        trial.Cancellation).ConfigureAwait(false);
                    Expect.Same(0, ((TrialContent)mail.Content).Open, "The number of streams of the content that are still open");
                    mails.Add((mail, isCancelled));
                }

                var next = trial.Mail("the next\r\n");
                await trial.SendAcceptedAsync(next).ConfigureAwait(false);
                var arrived = await trial.Fixture.ListAsync(trial.Cancellation).ConfigureAwait(false);
                await trial.ExpectArrivedAsync([.. mails.Where(each => !each.IsCancelled || arrived.Any(copy => Arrivals.IsCopy(copy, each.Mail))).Select(each => each.Mail), next]).ConfigureAwait(false);
            }),
    ];
}
