using HelpDesk.Email.Outbound;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Smtp;

/// <summary>What replies mean for recipients and for the channel (RFC 5321 section 4.2, RFC 3463).</summary>
internal static class SmtpResults
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan NeedsPerson = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan NextHour = TimeSpan.FromHours(1);

    /// <summary>Refuses the addresses that can't be said to a server; the others are pending.</summary>
    public static IReadOnlyList<string> TakeUnsafe(IReadOnlyList<string> recipients, List<RecipientResult> results)
    {
        var parted = recipients.ToLookup(SmtpAddressText.IsSafe);
        results.AddRange(parted[false].Select(address => new RecipientResult(address, RecipientStatus.Rejected, "5.1.3", "The address is not one that a mail server can be told.")));
        return [.. parted[true]];
    }

    /// <summary>Refuses the addresses beyond ASCII where the server takes none and others remain; the mail itself may go to those.</summary>
    public static IReadOnlyList<RecipientResult> FindUnsayable(OutboundMail mail, IReadOnlyList<string> recipients, SmtpCapabilities offered) =>
        offered.SmtpUtf8 || mail.NeedsSmtpUtf8 || !SmtpAddressText.IsAscii(mail.ReversePath) || !recipients.Any(SmtpAddressText.IsAscii)
            ? []
            : [.. recipients.Where(address => !SmtpAddressText.IsAscii(address)).Select(address => new RecipientResult(
                address, RecipientStatus.Rejected, "5.6.7", "5.6.7 The address is in UTF-8, and the server does not offer SMTPUTF8."))];

    /// <summary>One result for each recipient, in the order of the envelope.</summary>
    public static IReadOnlyList<RecipientResult> InOrder(IReadOnlyList<string> recipients, IReadOnlyList<RecipientResult> results)
    {
        var byAddress = results.ToLookup(result => result.Address, StringComparer.Ordinal);
        return [.. recipients.Select(address => byAddress[address].First())];
    }

    /// <summary>Enters what one transaction gave.</summary>
    /// <returns>The recipients that are still to be tried at once: those that were too many for this one.</returns>
    public static IReadOnlyList<string> Enter(SmtpSendResult result, List<RecipientResult> results)
    {
        var tooMany = new List<string>();
        foreach (var (address, reply) in result.Recipients)
        {
            // Behind a refused sender the replies for recipients only say that there is no mail.
            if (reply is { IsPositive: false } && result.Outcome != SmtpOutcome.SenderRefused)
            {
                if (result.Outcome == SmtpOutcome.Accepted && IsTooMany(reply))
                {
                    tooMany.Add(address);
                }
                else
                {
                    results.Add(new RecipientResult(address, IsForNow(reply) ? RecipientStatus.Deferred : RecipientStatus.Rejected, reply.EnhancedStatusCode, reply.ToString()));
                }
            }
            else
            {
                results.Add(WholeMail(result, address));
            }
        }

        return tooMany;
    }

    /// <summary>Why the channel is closed by what was said about one mail, or <see langword="null"/>.</summary>
    public static ChannelFailure? ChannelOf(SmtpSendResult result)
    {
        var replies = result.Recipients.Select(recipient => recipient.Reply).Append(result.Reply).OfType<SmtpServerReply>();
        return result.Outcome is SmtpOutcome.Accepted or SmtpOutcome.Unknown || replies.FirstOrDefault(SmtpRefusals.ClosesChannel) is not { } reply
            ? null
            : new ChannelFailure($"The server takes no mail from this account now: {reply}", reply.Code == 554 ? NextHour : reply.Code / 100 == 5 ? NeedsPerson : Soon);
    }

    /// <summary>Why the channel is closed by a failure, or <see langword="null"/> where it may be the mail's.</summary>
    /// <param name="exception">The failure.</param>
    /// <param name="words">What failed and what to do.</param>
    public static ChannelFailure? ChannelOf(MailProtocolException exception, string words) => exception.Failure switch
    {
        MailFailure.NameNotFound or MailFailure.ConnectionRefused or MailFailure.Unreachable => new(words, Soon),
        MailFailure.ServerClosing or MailFailure.LoginUnavailable => new(words, Later),
        MailFailure.LoginRefused or MailFailure.MechanismNotOffered or MailFailure.CommandRefused => new(words, NeedsPerson),
        MailFailure.TlsNotOffered or MailFailure.TlsInjection or MailFailure.TlsHandshakeFailed or MailFailure.TlsVersionTooOld => new(words, NeedsPerson),
        >= MailFailure.CertificateExpired and <= MailFailure.CertificateNotPinned => new(words, NeedsPerson),

        // Before there is a conversation no mail is to blame.
        _ when exception.Step is "connect" or "greeting" or "EHLO" or "TLS" => new(words, Soon),
        _ => null,
    };

    private static RecipientResult WholeMail(SmtpSendResult result, string address)
    {
        var words = result.Reply?.ToString() ?? result.Reason;
        var status = result.Outcome switch
        {
            SmtpOutcome.Accepted => RecipientStatus.Accepted,
            SmtpOutcome.Unknown => RecipientStatus.Unknown,
            SmtpOutcome.NotOffered => RecipientStatus.Rejected,
            _ => result.Reply is null or { IsTransient: true } ? RecipientStatus.Deferred : RecipientStatus.Rejected,
        };
        var code = result.Outcome == SmtpOutcome.NotOffered ? result.Reason?.Split(' ')[0] : result.Reply?.EnhancedStatusCode;
        return new RecipientResult(address, status, code, words);
    }

    // RFC 5321 section 4.5.3.1.10: 552 is an older word for 452 where recipients are too many.
    private static bool IsTooMany(SmtpServerReply reply) => reply is { Code: 452 } or { Code: 552, EnhancedStatusCode: null or "5.5.3" };

    private static bool IsForNow(SmtpServerReply reply) => reply.IsTransient || reply is { Code: 552, EnhancedStatusCode: "5.5.3" };
}
