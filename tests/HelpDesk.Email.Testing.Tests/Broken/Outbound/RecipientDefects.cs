using System.Collections.Concurrent;
using HelpDesk.Email.Outbound;

namespace HelpDesk.Email.Testing.Tests.Broken.Outbound;

internal static class RecipientDefects
{
    public static IReadOnlyList<TransportDefect> All { get; } =
    [
        new(
            "tells of recipients in the order of the alphabet",
            () => SpoilTransport.Result(result => result with { Recipients = [.. result.Recipients.OrderBy(recipient => recipient.Address, StringComparer.Ordinal)] }),
            "Each_recipient_has_one_result_in_the_order_of_the_envelope"),
        new("leaves the last recipient out", () => SpoilTransport.Result(result => result with { Recipients = [.. result.Recipients.SkipLast(1)] }), "Each_recipient_has_one_result_in_the_order_of_the_envelope"),
        new(
            "tells of addresses in capitals",
            () => SpoilTransport.Recipients(recipient => recipient with { Address = recipient.Address.ToUpperInvariant() }),
            "Each_recipient_has_one_result_in_the_order_of_the_envelope"),
        new(
            "only says that it sent to more than a hundred",
            () => new TransportTampering
            {
                Send = async (mail, next, _) =>
                {
                    await next(mail with { Recipients = [.. mail.Recipients.Take(100)] });
                    return DeliveryResult.ForAll(mail, RecipientStatus.Accepted);
                },
            },
            "More_recipients_than_servers_take_at_once_all_have_a_result"),
        new(
            "refuses all because of one",
            () => new TransportTampering
            {
                Send = async (mail, next, _) => mail.Recipients.Contains("gone@conformance.test") ? DeliveryResult.ForAll(mail, RecipientStatus.Rejected, "550 no") : await next(mail),
            },
            "One_refused_recipient_fails_no_other"),
        new(
            "tells no reason of a refusal",
            () => SpoilTransport.Recipients(recipient => recipient with { Reply = null }),
            "One_refused_recipient_fails_no_other"),
        new(
            "tells a reason of many lines",
            () => SpoilTransport.Recipients(recipient => recipient with { Reply = recipient.Reply?.Replace(' ', '\n') }),
            "One_refused_recipient_fails_no_other"),
        new(
            "refuses for good who is only busy",
            () => SpoilTransport.Recipients(recipient => recipient.Status == RecipientStatus.Deferred ? recipient with { Status = RecipientStatus.Rejected } : recipient),
            "Refused_for_now_is_told_from_refused_for_good"),
        new("knows a mail again by its Message-ID alone", KnowingMessageIds, "An_attempt_for_those_who_are_left_reaches_them"),
        new(
            "throws where everybody is refused",
            () => SpoilTransport.Result(result => result.Recipients.All(recipient => recipient.Status == RecipientStatus.Rejected) ? throw new InvalidOperationException("550 no") : result),
            "Where_all_are_refused_nothing_is_sent"),
        new(
            "says of a refused recipient that it is accepted",
            () => SpoilTransport.Recipients(recipient => recipient with { Status = RecipientStatus.Accepted }),
            "Where_all_are_refused_nothing_is_sent"),
        new(
            "writes question marks for what is not ASCII",
            () => new TransportTampering
            {
                Send = async (mail, next, _) =>
                {
                    var result = await next(mail with { Recipients = [.. mail.Recipients.Select(address => string.Concat(address.Select(c => c < 128 ? c : '?')))] });
                    return result with { Recipients = [.. result.Recipients.Zip(mail.Recipients, (recipient, address) => recipient with { Address = address })] };
                },
            },
            "International_addresses_are_taken_or_refused_each_for_itself"),
        new(
            "reads a second recipient in an address",
            () => new TransportTampering
            {
                Send = async (mail, next, _) =>
                {
                    var read = mail.Recipients.SelectMany(address => address.Split("\r\nRCPT TO:")).Select(address => address.Trim('<', '>'));
                    await next(mail with { Recipients = [.. read] });
                    return DeliveryResult.ForAll(mail, RecipientStatus.Accepted);
                },
            },
            "An_address_that_would_say_more_than_itself_adds_no_recipient"),
        new(
            "has no result for nobody",
            () => new TransportTampering { Send = async (mail, next, _) => mail.Recipients.Count == 0 ? new DeliveryResult([]) : await next(mail) },
            "A_mail_without_recipients_is_refused_with_words"),
    ];

    private static TransportTampering KnowingMessageIds()
    {
        var known = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        return new TransportTampering
        {
            Send = async (mail, next, _) => known.TryAdd(mail.MessageId, true) ? await next(mail) : DeliveryResult.ForAll(mail, RecipientStatus.Accepted),
        };
    }
}
