using HelpDesk.Email.Outbound;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Smtp;

/// <summary>What a refusal means: for the server, for the channel, for a recipient (RFC 5321 section 4.2, RFC 3463).</summary>
internal static class SmtpRefusals
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan NeedsPerson = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan NextHour = TimeSpan.FromHours(1);

    /// <summary>The failure that a reply to anything but a mail means.</summary>
    public static MailFailure FailureOf(int code) => code switch
    {
        421 => MailFailure.ServerClosing,
        _ when IsLogin(code) => MailFailure.LoginRefused,
        454 => MailFailure.LoginUnavailable,
        >= 400 and < 500 => MailFailure.ServerClosing,
        _ => MailFailure.CommandRefused,
    };

    /// <summary>Why a reply to a mail closes the whole channel for a time, whatever the mail; <see langword="null"/> where it does not.</summary>
    public static ChannelFailure? ChannelOf(int code, string? enhancedCode, string text, string words) => ClosesChannel(code, enhancedCode, text)
        ? new($"The server takes no mail from this account now: {words}", code == 554 ? NextHour : code / 100 == 5 ? NeedsPerson : Soon)
        {
            Failure = IsLogin(code) || code == 421 ? FailureOf(code)
                : code == 432 || enhancedCode == "4.3.2" ? MailFailure.CommandRefused
                : MailFailure.OverQuota,
        }
        : null;

    /// <summary>Why the channel is closed by a failure, or <see langword="null"/> where it may be the mail's.</summary>
    /// <param name="exception">The failure.</param>
    /// <param name="words">What failed and what to do.</param>
    public static ChannelFailure? ChannelOf(MailProtocolException exception, string words) =>
        PauseAfter(exception) is { } pause ? new(words, pause) { Failure = exception.Failure } : null;

    /// <summary>Whether the recipients were too many for one mail. RFC 5321 section 4.5.3.1.10: 552 is an older word for 452 there.</summary>
    public static bool IsTooMany(int code, string? enhancedCode) => code == 452 || (code == 552 && enhancedCode is null or "5.5.3");

    /// <summary>Whether a recipient may be taken later.</summary>
    public static bool IsForNow(int code, string? enhancedCode) => code is >= 400 and < 500 || (code == 552 && enhancedCode == "5.5.3");

    private static TimeSpan? PauseAfter(MailProtocolException exception) => exception.Failure switch
    {
        MailFailure.NameNotFound or MailFailure.ConnectionRefused or MailFailure.Unreachable => Soon,
        MailFailure.ServerClosing or MailFailure.LoginUnavailable => Later,
        MailFailure.LoginRefused or MailFailure.MechanismNotOffered or MailFailure.CommandRefused => NeedsPerson,
        MailFailure.TlsNotOffered or MailFailure.TlsInjection or MailFailure.TlsHandshakeFailed or MailFailure.TlsVersionTooOld => NeedsPerson,
        >= MailFailure.CertificateExpired and <= MailFailure.CertificateNotPinned => NeedsPerson,

        // Before there is a conversation no mail is to blame.
        _ when exception.Step is "connect" or "greeting" or "EHLO" or "TLS" => Soon,
        _ => null,
    };

    private static bool IsLogin(int code) => code is 525 or 530 or 534 or 535 or 538;

    private static bool ClosesChannel(int code, string? enhancedCode, string text) => (code, enhancedCode) switch
    {
        // The server closes, or wants to know first who we are.
        (421 or 530 or 534 or 535 or 538, _) => true,

        // Exchange: too many connections at once, too many mails a minute, or a day.
        (432, _) => true,
        (452 or 451 or 450, "4.3.2") => true,
        (554, "5.2.0") => Says(text, "quota", "limit", "exceeded"),
        (550 or 554 or 452 or 450, "5.4.5" or "4.7.28" or "5.4.6") => Says(text, "quota", "limit", "rate"),
        _ => false,
    };

    private static bool Says(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
