using HelpDesk.Email.Outbound;

namespace HelpDesk.Email.Testing.Conformance.Outbound;

/// <summary>What is told of each recipient.</summary>
internal static class RecipientRules
{
    private const string NoneRejected = "no address is refused for good (RejectedRecipient)";
    private const string NoneDeferred = "no address is refused for now (DeferredRecipient)";

    public static IReadOnlyList<Rule<OutboundTransportTrial>> All { get; } =
    [
        new(
            "Each_recipient_has_one_result_in_the_order_of_the_envelope",
            "DeliveryResult.Recipients has a line for every recipient of the mail, in their order, with the address as it was given: what is missing is tried again, and sent twice.",
            async trial =>
            {
                var mail = trial.Mail(recipients: [.. new[] { 3, 1, 2, 5, 4 }.Select(trial.Fixture.Recipient)]);
                await trial.SendAcceptedAsync(mail).ConfigureAwait(false);
                await trial.ExpectArrivedAsync(mail).ConfigureAwait(false);
            }),
        new(
            "More_recipients_than_servers_take_at_once_all_have_a_result",
            "A server may take a hundred recipients for one mail (RFC 5321 section 4.5.3.1.8): send the mail again to the others in the same attempt, or defer them.",
            async trial =>
            {
                var mail = trial.Mail(recipients: [.. Enumerable.Range(1, 120).Select(trial.Fixture.Recipient)]);
                var result = await trial.SendAsync(mail).ConfigureAwait(false);
                Expect.That(result.Channel is null, $"The channel is closed: {result.Channel?.Reason}");
                var accepted = result.Recipients.Where(recipient => recipient.Status == RecipientStatus.Accepted).Select(recipient => recipient.Address).ToList();
                Expect.That(accepted.Count > 0, "None of 120 recipients is accepted.");
                Expect.That(result.Recipients.All(recipient => recipient.Status is RecipientStatus.Accepted or RecipientStatus.Deferred), "Recipients are refused for good because there are many.");
                await trial.ExpectArrivedAsync((mail, accepted)).ConfigureAwait(false);
            }),
        new(
            "One_refused_recipient_fails_no_other",
            "Who is accepted gets the mail, whoever else is refused before or behind them.",
            async trial =>
            {
                OutboundTransportTrial.Requires(trial.Fixture.RejectedRecipient is not null, NoneRejected);
                string[] good = [trial.Fixture.Recipient(1), trial.Fixture.Recipient(2)];
                var mail = trial.Mail(recipients: [good[0], trial.Fixture.RejectedRecipient!, good[1]]);
                ResultShape.CheckEach(await trial.SendAsync(mail).ConfigureAwait(false), RecipientStatus.Accepted, RecipientStatus.Rejected, RecipientStatus.Accepted);
                await trial.ExpectArrivedAsync((mail, good)).ConfigureAwait(false);
            }),
        new(
            "Refused_for_now_is_told_from_refused_for_good",
            "Deferred is tried again, Rejected is not: a full mailbox is the one, an unknown one the other (RFC 5321 section 4.2.1).",
            async trial =>
            {
                OutboundTransportTrial.Requires(trial.Fixture.RejectedRecipient is not null, NoneRejected);
                OutboundTransportTrial.Requires(trial.Fixture.DeferredRecipient is not null, NoneDeferred);
                var mail = trial.Mail(recipients: [trial.Fixture.DeferredRecipient!, trial.Fixture.Recipient(1), trial.Fixture.RejectedRecipient!]);
                ResultShape.CheckEach(await trial.SendAsync(mail).ConfigureAwait(false), RecipientStatus.Deferred, RecipientStatus.Accepted, RecipientStatus.Rejected);
                await trial.ExpectArrivedAsync((mail, [trial.Fixture.Recipient(1)])).ConfigureAwait(false);
            }),
        new(
            "An_attempt_for_those_who_are_left_reaches_them",
            "The next attempt goes to the recipients that were deferred, under the same Message-ID: who knows a mail again has to look at its recipients too.",
            async trial =>
            {
                string[] all = [trial.Fixture.Recipient(1), trial.Fixture.Recipient(2)];
                var mail = trial.Mail(recipients: all);
                await trial.SendAcceptedAsync(mail with { Recipients = [all[0]] }).ConfigureAwait(false);
                await trial.SendAcceptedAsync(mail with { Recipients = [all[1]] }).ConfigureAwait(false);
                if (trial.Fixture.ShowsEnvelope)
                {
                    await trial.ExpectArrivedAsync(mail).ConfigureAwait(false);
                    return;
                }

                // Nobody sees who a copy is for; both attempts may have made one and the same.
                var copies = await trial.Fixture.ListAsync(trial.Cancellation).ConfigureAwait(false);
                Expect.That(copies.Count is 1 or 2, $"{copies.Count} mails arrived of one that was sent to two recipients one after the other.");
                await trial.ExpectAmongAsync(mail, times: copies.Count).ConfigureAwait(false);
            }),
        new(
            "Where_all_are_refused_nothing_is_sent",
            "That is a result and no exception, and the next mail goes its way.",
            async trial =>
            {
                OutboundTransportTrial.Requires(trial.Fixture.RejectedRecipient is not null, NoneRejected);
                var refused = trial.Mail(recipients: trial.Fixture.RejectedRecipient!);
                ResultShape.CheckEach(await trial.SendAsync(refused).ConfigureAwait(false), RecipientStatus.Rejected);
                var next = trial.Mail();
                await trial.SendAcceptedAsync(next).ConfigureAwait(false);
                await trial.ExpectArrivedAsync(next).ConfigureAwait(false);
            }),
        new(
            "International_addresses_are_taken_or_refused_each_for_itself",
            "Where the other side takes no address beyond ASCII (RFC 6531), reject that recipient and say why; the others get the mail.",
            async trial =>
            {
                var mail = trial.Mail(recipients: [trial.Fixture.InternationalRecipient, trial.Fixture.Recipient(1)]);
                var result = await trial.SendAsync(mail).ConfigureAwait(false);
                var takes = trial.Fixture.TakesInternationalAddresses;
                ResultShape.CheckEach(result, takes ? RecipientStatus.Accepted : RecipientStatus.Rejected, RecipientStatus.Accepted);
                await trial.ExpectArrivedAsync((mail, takes ? mail.Recipients : [trial.Fixture.Recipient(1)])).ConfigureAwait(false);
            }),
        new(
            "An_address_that_would_say_more_than_itself_adds_no_recipient",
            "An address with line ends or angle brackets must not become a command: reject that recipient, and send the mail to the others.",
            async trial =>
            {
                var smuggled = $"<x@conformance.test>\r\nRCPT TO:<{trial.Fixture.Recipient(9)}>";
                string[] good = [trial.Fixture.Recipient(1), trial.Fixture.Recipient(2)];
                var mail = trial.Mail(recipients: [good[0], smuggled, good[1]]);
                var result = await trial.SendAsync(mail).ConfigureAwait(false);
                Expect.That(result.Channel is null, $"The channel is closed: {result.Channel?.Reason}");
                Expect.That(result.Recipients.All(recipient => recipient.Address == smuggled || recipient.Status == RecipientStatus.Accepted), "A recipient is not accepted because of another one's address.");
                var taken = result.Recipients[1].Status == RecipientStatus.Accepted;
                await trial.ExpectArrivedAsync((mail, taken ? mail.Recipients : good)).ConfigureAwait(false);
            }),
        new(
            "A_mail_without_recipients_is_refused_with_words",
            "Nobody calls SendAsync so, unless by mistake: throw an ArgumentException that says it, and send nothing.",
            async trial =>
            {
                var mail = trial.Mail() with { Recipients = [] };
                try
                {
                    await trial.Transport.SendAsync(mail, trial.Cancellation).ConfigureAwait(false);
                }
                catch (ArgumentException e) when (e.Message.Length > 0)
                {
                    await trial.ExpectNothingAsync().ConfigureAwait(false);
                    return;
                }

                throw new ConformanceException("A mail without recipients gave a result.");
            }),
    ];
}
