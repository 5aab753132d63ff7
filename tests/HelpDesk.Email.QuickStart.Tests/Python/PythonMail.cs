using HelpDesk.Email.QuickStart.Tests.Server;
using HelpDesk.Email.QuickStart.Tests.Smtp;

namespace HelpDesk.Email.QuickStart.Tests.Python;

/// <summary>Mail sent, answered and read by Python.</summary>
internal static class PythonMail
{
    /// <summary>Sends a mail with smtplib; gives its Message-ID.</summary>
    public static async Task<string> SendAsync(
        QuickStartProcess server,
        string from,
        string subject,
        string text,
        (string Name, string ContentType, byte[] Octets)[]? attachments = null,
        string? inReplyTo = null,
        bool folded = false,
        int times = 1)
    {
        var files = (attachments ?? []).Select(file => new { FileName = file.Name, file.ContentType, Octets = Convert.ToBase64String(file.Octets) });
        var sent = await PythonScript.RunAsync<Sent>(
            "send_mail.py", new { port = server.SmtpPort, from, to = SmtpConversation.HelpDesk, subject, text, attachments = files, inReplyTo, folded, times });
        return sent.MessageId;
    }

    /// <summary>Answers the mail in a file as a mail client does; gives the answer's Message-ID.</summary>
    public static async Task<string> ReplyAsync(QuickStartProcess server, string path, string from, string text, string? to = null)
    {
        var sent = await PythonScript.RunAsync<Sent>("reply_mail.py", new { port = server.SmtpPort, path, from, to, text });
        return sent.MessageId;
    }

    /// <summary>Reads the mail in a file, and sees to it that Python found nothing wrong with it.</summary>
    public static async Task<MailAsPythonReadsIt> ReadAsync(string path)
    {
        var mail = await PythonScript.RunAsync<MailAsPythonReadsIt>("read_mail.py", new { path });
        Assert.Empty(mail.Defects);
        return mail;
    }

    private sealed record Sent(string MessageId);
}
