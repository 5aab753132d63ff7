namespace HelpDesk.Email.Testing.Conformance.Outbound;

/// <summary>How a transport is used: again and again, beside others, and no more once it is disposed.</summary>
internal static class UseRules
{
    public static IReadOnlyList<Rule<OutboundTransportTrial>> All { get; } =
    [
        new(
            "One_transport_sends_one_mail_after_the_other",
            "Each arrives once, with its own octets, however short or long those before it were.",
            async trial =>
            {
                var mails = Enumerable.Range(0, 12).Select(i => trial.Mail(OutboundTransportTrial.Lines(i * i * 997), recipients: trial.Fixture.Recipient(i + 1))).ToList();
                foreach (var mail in mails)
                {
                    await trial.SendAcceptedAsync(mail).ConfigureAwait(false);
                }

                await trial.ExpectArrivedAsync(mails).ConfigureAwait(false);
            }),
        new(
            "Transports_of_one_account_send_at_once",
            "One transport has one caller at a time, but several processes have one each: they share nothing that is not safe.",
            async trial =>
            {
                const int Transports = 4;
                var transports = Enumerable.Range(0, Transports).Select(_ => trial.OpenAnother()).ToList();
                var mails = Enumerable.Range(0, Transports * 5).Select(i => trial.Mail(OutboundTransportTrial.Lines(i * 10_000), recipients: trial.Fixture.Recipient(i + 1))).ToList();
                await Crowd.RunAsync(Transports, async i =>
                {
                    foreach (var mail in mails.Where((_, number) => number % Transports == i))
                    {
                        await trial.SendAcceptedAsync(mail, transports[i]).ConfigureAwait(false);
                    }

                    return i;
                }).ConfigureAwait(false);
                await trial.ExpectArrivedAsync(mails).ConfigureAwait(false);
            }),
        new(
            "A_transport_that_is_disposed_sends_nothing_more",
            "SendAsync throws ObjectDisposedException then; what was accepted before stays sent; disposing again does no harm.",
            async trial =>
            {
                var mail = trial.Mail();
                await trial.SendAcceptedAsync(mail).ConfigureAwait(false);
                await trial.Transport.DisposeAsync().ConfigureAwait(false);
                try
                {
                    await trial.Transport.SendAsync(trial.Mail(), trial.Cancellation).ConfigureAwait(false);
                }
                catch (ObjectDisposedException)
                {
                    await trial.Transport.DisposeAsync().ConfigureAwait(false);
                    await trial.ExpectArrivedAsync(mail).ConfigureAwait(false);
                    return;
                }

                throw new ConformanceException("A transport sent, or gave a result, after it was disposed.");
            }),
        new(
            "The_other_transports_of_an_account_outlive_one_that_is_disposed",
            "The engine disposes a transport when the settings of its account change, and makes another one.",
            async trial =>
            {
                var mail = trial.Mail();
                await trial.Transport.DisposeAsync().ConfigureAwait(false);
                await trial.SendAcceptedAsync(mail, trial.OpenAnother()).ConfigureAwait(false);
                await trial.ExpectArrivedAsync(mail).ConfigureAwait(false);
            }),
        new(
            "A_check_succeeds_and_sends_nothing",
            "CheckAsync tries the way as far as it goes without a mail, and says what it found.",
            async trial =>
            {
                var report = await trial.Transport.CheckAsync(trial.Cancellation).ConfigureAwait(false);
                Expect.That(report.Succeeded, $"The check failed: {report.Message}");
                Expect.That(!string.IsNullOrWhiteSpace(report.Message), "The report says nothing.");
                await trial.ExpectNothingAsync().ConfigureAwait(false);
                var mail = trial.Mail();
                await trial.SendAcceptedAsync(mail).ConfigureAwait(false);
                await trial.ExpectArrivedAsync(mail).ConfigureAwait(false);
            }),
    ];
}
