using System.Text;

namespace HelpDesk.Email.Testing.Conformance.Outbound;

/// <summary>That the envelope is one thing and the header another.</summary>
internal static class EnvelopeRules
{
    public static IReadOnlyList<Rule<OutboundTransportTrial>> All { get; } =
    [
        new(
            "The_envelope_sender_is_the_reverse_path",
            "Reports go to the ReversePath of the mail, whatever its From says.",
            async trial =>
            {
                OutboundTransportTrial.Requires(trial.Fixture.ShowsEnvelope, "the envelope is not kept (ShowsEnvelope)");
                var mail = trial.Mail("From here on\r\n");
                await trial.SendAcceptedAsync(mail).ConfigureAwait(false);
                await trial.ExpectArrivedAsync(mail).ConfigureAwait(false);
            }),
        new(
            "The_null_sender_stays_null",
            "An empty ReversePath is <> (RFC 5321 section 4.5.5), and never the account's own address: automatic mail would be answered by automatic mail.",
            async trial =>
            {
                OutboundTransportTrial.Requires(trial.Fixture.ShowsEnvelope, "the envelope is not kept (ShowsEnvelope)");
                var mail = trial.Mail() with { ReversePath = string.Empty };
                await trial.SendAcceptedAsync(mail).ConfigureAwait(false);
                await trial.ExpectArrivedAsync(mail).ConfigureAwait(false);
            }),
        new(
            "Who_is_in_the_envelope_alone_is_named_in_no_mail",
            "Blind copies are recipients and nothing else: no field of the mail tells of them, to anybody.",
            async trial =>
            {
                var hidden = trial.Fixture.Recipient(2);
                var mail = trial.Mail(recipients: [trial.Fixture.Recipient(1), hidden]);
                await trial.SendAcceptedAsync(mail).ConfigureAwait(false);
                foreach (var copy in await trial.Fixture.ListAsync(trial.Cancellation).ConfigureAwait(false))
                {
                    // What a server writes into the copy of the hidden one alone is its own affair.
                    Expect.That(
                        (trial.Fixture.PrependsFields && copy.Recipients is [var only] && only == hidden) || copy.Octets.Span.IndexOf(Encoding.ASCII.GetBytes(hidden)) < 0,
                        $"A mail names {hidden}, who stands in the envelope alone.");
                }

                await trial.ExpectArrivedAsync(mail).ConfigureAwait(false);
            }),
        new(
            "A_repeated_attempt_sends_the_same_mail",
            "The Message-ID and all other octets are the same in every attempt, so that whoever gets two mails knows them for one.",
            async trial =>
            {
                var mail = trial.Mail();
                await trial.SendAcceptedAsync(mail).ConfigureAwait(false);
                await trial.SendAcceptedAsync(mail).ConfigureAwait(false);
                var copies = await trial.Fixture.ListAsync(trial.Cancellation).ConfigureAwait(false);
                Expect.That(copies.Count is 1 or 2, $"{copies.Count} mails arrived of one that was sent twice.");
                await trial.ExpectAmongAsync(mail, times: copies.Count).ConfigureAwait(false);
            }),
    ];
}
