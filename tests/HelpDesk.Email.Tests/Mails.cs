using HelpDesk.Email.Testing.Harness;

namespace HelpDesk.Email.Tests;

/// <summary>Mails as people send them.</summary>
internal static class Mails
{
    public static HarnessMail From(string from, string subject, string body, string? messageId = null, string? inReplyTo = null, string headers = "") =>
        HarnessMail.Of(
            $"From: {from}\nTo: support@helpdesk.test\nSubject: {subject}\nDate: Mon, 05 Jan 2026 08:59:00 +0000\n"
            + $"Message-ID: {messageId ?? $"<{Guid.NewGuid():N}@example.test>"}\n"
            + (inReplyTo is null ? "" : $"In-Reply-To: {inReplyTo}\nReferences: {inReplyTo}\n")
            + headers
            + $"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{body}\n");

    /// <summary>The same mail with another Date.</summary>
    public static HarnessMail At(this HarnessMail mail, string date)
    {
        var text = System.Text.Encoding.UTF8.GetString(mail.Octets.Span);
        return HarnessMail.Of(string.Join("\r\n", text.Split("\r\n").Select(line => line.StartsWith("Date: ", StringComparison.Ordinal) ? $"Date: {date}" : line))) with { Mailbox = mail.Mailbox };
    }

    /// <summary>The same mail without Date, so that it does not grow old while a test waits.</summary>
    public static HarnessMail Undated(this HarnessMail mail)
    {
        var text = System.Text.Encoding.UTF8.GetString(mail.Octets.Span);
        return HarnessMail.Of(string.Join("\r\n", text.Split("\r\n").Where(line => !line.StartsWith("Date: ", StringComparison.Ordinal)))) with { Mailbox = mail.Mailbox };
    }
}
