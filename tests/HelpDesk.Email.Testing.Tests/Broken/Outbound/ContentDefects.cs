using HelpDesk.Email.Messages;
using HelpDesk.Email.Outbound;

namespace HelpDesk.Email.Testing.Tests.Broken.Outbound;

internal static class ContentDefects
{
    public static IReadOnlyList<TransportDefect> All { get; } =
    [
        new("takes blanks from line ends", () => SpoilTransport.Octets(text => text.Replace(" \r\n", "\r\n", StringComparison.Ordinal)), "Octets_arrive_as_they_were_sent"),
        new("folds lines anew", () => SpoilTransport.Octets(text => text.Replace(new string('x', 80), new string('x', 80) + "\r\n", StringComparison.Ordinal)), "Octets_arrive_as_they_were_sent"),
        new("doubles dots and takes none back", () => SpoilTransport.Octets(text => text.Replace("\r\n.", "\r\n..", StringComparison.Ordinal)), "Lines_that_begin_with_dots_arrive_with_their_dots"),
        new("ends at a dot", () => SpoilTransport.Octets(text => text.Split("\r\n.\r\n")[0]), "Lines_that_begin_with_dots_arrive_with_their_dots"),
        new(
            "takes the highest bit away",
            () => SpoilTransport.Octets(text => string.Concat(text.Select(c => (char)(c & 127)))),
            "Octets_above_127_arrive_or_the_mail_is_refused"),
        new("forgets a line without an end", () => SpoilTransport.Octets(text => text[..(text.LastIndexOf("\r\n", StringComparison.Ordinal) + 2)]), "A_last_line_without_an_end_loses_nothing"),
        new("wants a body", () => SpoilTransport.Octets(text => text.EndsWith("\r\n\r\n", StringComparison.Ordinal) ? text + "(no text)\r\n" : text), "A_mail_without_a_body_arrives"),
        new("cuts at ten million octets", () => SpoilTransport.Octets(text => text[..Math.Min(text.Length, 10_000_000)]), "A_large_mail_arrives_whole"),
        new("keeps whole mails in memory", () => new TransportTampering { SaysThatItStreams = true }, "A_large_mail_is_never_in_memory"),
        new("disposes the content", () => SpoilTransport.Mail(mail => Disposed(mail)), "The_content_stays_its_callers"),
        new("leaves the content open", () => SpoilTransport.Mail(mail => Opened(mail)), "The_content_stays_its_callers"),
        new("takes an error for the end", () => SpoilTransport.Octets(text => text), "Content_that_breaks_off_sends_nothing"),
        new(
            "blames the channel for content that breaks off",
            () => new TransportTampering
            {
                Send = async (mail, next, _) =>
                {
                    try
                    {
                        return await next(mail);
                    }
                    catch (IOException e)
                    {
                        return DeliveryResult.Closed(e.Message, TimeSpan.FromMinutes(1));
                    }
                },
            },
            "Content_that_breaks_off_sends_nothing"),
        new(
            "refuses a mail that breaks off for good",
            () => new TransportTampering
            {
                Send = async (mail, next, _) =>
                {
                    try
                    {
                        return await next(mail);
                    }
                    catch (IOException e)
                    {
                        return DeliveryResult.ForAll(mail, RecipientStatus.Rejected, e.Message);
                    }
                },
            },
            "Content_that_breaks_off_sends_nothing"),
        new(
            "is of no use behind a mail that broke off",
            () =>
            {
                var isBroken = false;
                return new TransportTampering
                {
                    Send = async (mail, next, _) =>
                    {
                        if (isBroken)
                        {
                            return DeliveryResult.ForAll(mail, RecipientStatus.Deferred, "the connection is broken");
                        }

                        isBroken = true;
                        var result = await next(mail);
                        isBroken = false;
                        return result;
                    },
                };
            },
            "A_mail_behind_one_that_broke_off_arrives"),
        new(
            "sends what was left of a mail that broke off before the next",
            () =>
            {
                var left = string.Empty;
                return new TransportTampering
                {
                    Send = async (mail, next, _) =>
                    {
                        var text = SpoilTransport.Read(mail.Content);
                        if (text.Length < mail.Content.Length)
                        {
                            left = text;
                            throw new IOException("The octets are gone.");
                        }

                        return await next(mail with { Content = MailContent.FromOctets(System.Text.Encoding.Latin1.GetBytes(left + text)) });
                    },
                };
            },
            "A_mail_behind_one_that_broke_off_arrives"),
    ];

    private static OutboundMail Disposed(OutboundMail mail)
    {
        mail.Content.Dispose();
        return mail;
    }

    private static OutboundMail Opened(OutboundMail mail)
    {
        Assert.NotNull(mail.Content.OpenRead());
        return mail;
    }
}
