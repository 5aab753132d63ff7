using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Outbound;

namespace HelpDesk.Email.Testing.Tests.Broken.Outbound;

internal static class UseDefects
{
    public static IReadOnlyList<TransportDefect> All { get; } =
    [
        new("sends as the account", () => SpoilTransport.Mail(mail => mail with { ReversePath = "account@conformance.test" }), "The_envelope_sender_is_the_reverse_path"),
        new(
            "puts the account in the place of nobody",
            () => SpoilTransport.Mail(mail => mail.ReversePath.Length == 0 ? mail with { ReversePath = "account@conformance.test" } : mail),
            "The_null_sender_stays_null"),
        new(
            "writes all recipients into the mail",
            () => SpoilTransport.Mail(mail => mail with { Content = SpoilTransport.Changed(mail.Content, text => $"Bcc: {string.Join(", ", mail.Recipients)}\r\n{text}") }),
            "Who_is_in_the_envelope_alone_is_named_in_no_mail"),
        new(
            "gives a repeated mail another name",
            () =>
            {
                var sent = new HashSet<string>();
                return SpoilTransport.Mail(mail => sent.Add(mail.MessageId)
                    ? mail
                    : mail with { Content = SpoilTransport.Changed(mail.Content, text => text.Replace(mail.MessageId, "<another@conformance.test>", StringComparison.Ordinal)) });
            },
            "A_repeated_attempt_sends_the_same_mail"),
        new(
            "sends under a cancelled token",
            () => SpoilTransport.Mail(mail => mail),
            "A_token_that_is_cancelled_beforehand_sends_nothing"),
        new(
            "sends and then says that it was cancelled",
            () => new TransportTampering
            {
                Send = async (mail, next, token) =>
                {
                    var result = await next(mail);
                    token.ThrowIfCancellationRequested();
                    return result;
                },
            },
            "A_token_that_is_cancelled_midway_sends_nothing_or_the_whole_mail"),
        new(
            "sends once more when it is cancelled",
            () => new TransportTampering
            {
                Send = async (mail, next, token) =>
                {
                    token.ThrowIfCancellationRequested();
                    var result = await next(mail);
                    await Task.Delay(TimeSpan.FromMilliseconds(100), CancellationToken.None);
                    return token.IsCancellationRequested ? await next(mail) : result;
                },
            },
            "A_token_that_is_cancelled_at_any_moment_sends_nothing_or_the_whole_mail"),
        new(
            "sends each mail behind the last one",
            () =>
            {
                var last = string.Empty;
                return SpoilTransport.Octets(text =>
                {
                    var sent = last + text;
                    last = text;
                    return sent;
                });
            },
            "One_transport_sends_one_mail_after_the_other"),
        new(
            "mixes up who sends at once",
            () =>
            {
                var meeting = new Meeting();
                OutboundMail? shared = null;
                return new TransportTampering
                {
                    Send = async (mail, next, _) =>
                    {
                        var content = await meeting.ArriveAsync() ? (Interlocked.CompareExchange(ref shared, mail, null) ?? mail).Content : mail.Content;
                        return await next(mail with { Content = content });
                    },
                };
            },
            "Transports_of_one_account_send_at_once"),
        new("outlives its disposal", () => new TransportTampering { OutlivesDisposal = true }, "A_transport_that_is_disposed_sends_nothing_more"),
        new("ends with any other", () => new TransportTampering { DiesTogether = true }, "The_other_transports_of_an_account_outlive_one_that_is_disposed"),
        new("fails its check", () => new TransportTampering { Check = _ => Task.FromResult(new CheckReport(false, "no")) }, "A_check_succeeds_and_sends_nothing"),
        new("has nothing to say of its check", () => new TransportTampering { Check = _ => Task.FromResult(new CheckReport(true, string.Empty)) }, "A_check_succeeds_and_sends_nothing"),
        new(
            "refuses mail while the other side is away",
            () => new TransportTampering
            {
                Send = async (mail, next, _) =>
                {
                    var result = await next(mail);
                    return result.Channel is { } channel ? DeliveryResult.ForAll(mail, RecipientStatus.Rejected, channel.Reason) : result;
                },
            },
            "Another_side_that_is_away_is_told_and_not_thrown"),
        new(
            "throws while the other side is away",
            () => SpoilTransport.Result(result => result.Channel is { } channel ? throw new IOException(channel.Reason) : result),
            "Another_side_that_is_away_is_told_and_not_thrown"),
        new(
            "gives no time for another try",
            () => SpoilTransport.Result(result => result with { Channel = result.Channel is { } channel ? channel with { RetryAfter = TimeSpan.Zero } : null }),
            "Another_side_that_is_away_is_told_and_not_thrown"),
        new(
            "stays away",
            () =>
            {
                DeliveryResult? away = null;
                return new TransportTampering
                {
                    Send = async (mail, next, _) =>
                    {
                        var result = away ?? await next(mail);
                        away = result.Channel is null ? null : result;
                        return result;
                    },
                };
            },
            "A_transport_goes_on_when_the_other_side_is_back"),
        new("always succeeds in its check", () => new TransportTampering { Check = _ => Task.FromResult(new CheckReport(true, "all is well")) }, "A_check_of_another_side_that_is_away_fails_with_words"),
    ];
}
