using HelpDesk.Email.Outbound;

namespace HelpDesk.Email.Testing.Conformance.Outbound;

/// <summary>What is told while the other side is away.</summary>
internal static class AbsenceRules
{
    private const string StaysThere = "the other side can't be made to go away (CanGoAway)";

    public static IReadOnlyList<Rule<OutboundTransportTrial>> All { get; } =
    [
        new(
            "Another_side_that_is_away_is_told_and_not_thrown",
            "Close the channel (DeliveryResult.Closed), with a reason and a time, or defer the recipients: no mail is to blame, and none is refused for good.",
            async trial =>
            {
                OutboundTransportTrial.Requires(trial.Fixture.CanGoAway, StaysThere);
                await trial.Fixture.GoAwayAsync(trial.Cancellation).ConfigureAwait(false);
                ExpectAway(await trial.SendAsync(trial.Mail()).ConfigureAwait(false));
                await trial.Fixture.ComeBackAsync(trial.Cancellation).ConfigureAwait(false);
                await trial.ExpectNothingAsync().ConfigureAwait(false);
            }),
        new(
            "A_transport_goes_on_when_the_other_side_is_back",
            "A connection that broke is made anew for the next mail, by the same transport.",
            async trial =>
            {
                OutboundTransportTrial.Requires(trial.Fixture.CanGoAway, StaysThere);
                var first = trial.Mail();
                await trial.SendAcceptedAsync(first).ConfigureAwait(false);
                await trial.Fixture.GoAwayAsync(trial.Cancellation).ConfigureAwait(false);
                var second = trial.Mail();
                ExpectAway(await trial.SendAsync(second).ConfigureAwait(false));
                await trial.Fixture.ComeBackAsync(trial.Cancellation).ConfigureAwait(false);
                await trial.SendAcceptedAsync(second).ConfigureAwait(false);
                await trial.ExpectArrivedAsync(first, second).ConfigureAwait(false);
            }),
        new(
            "A_check_of_another_side_that_is_away_fails_with_words",
            "CheckAsync reports what is wrong and what to do, and throws nothing.",
            async trial =>
            {
                OutboundTransportTrial.Requires(trial.Fixture.CanGoAway, StaysThere);
                await trial.Fixture.GoAwayAsync(trial.Cancellation).ConfigureAwait(false);
                var report = await trial.Transport.CheckAsync(trial.Cancellation).ConfigureAwait(false);
                Expect.That(!report.Succeeded, $"The check succeeded while the other side is away: {report.Message}");
                Expect.That(!string.IsNullOrWhiteSpace(report.Message), "The report says nothing.");
            }),
    ];

    private static void ExpectAway(DeliveryResult result)
    {
        var wrong = result.Recipients.FirstOrDefault(recipient => recipient.Status != RecipientStatus.Deferred);
        Expect.That(wrong is null, $"{wrong?.Address} is {wrong?.Status} while the other side is away.");
    }
}
