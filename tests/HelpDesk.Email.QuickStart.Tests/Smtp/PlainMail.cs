using System.Globalization;
using System.Text;

namespace HelpDesk.Email.QuickStart.Tests.Smtp;

/// <summary>The simplest mail that a person could send.</summary>
internal sealed record PlainMail(string From, string Subject, string Text)
{
    public string MessageId { get; init; } = $"<{Guid.NewGuid():N}@client.test>";

    public string? InReplyTo { get; init; }

    /// <summary>The text with its line ends as they go out, so that the same mail is the same octets each time.</summary>
    public byte[] ToOctets()
    {
        var mail = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"From: <{From}>\r\nTo: <{SmtpConversation.HelpDesk}>\r\nSubject: {Subject}\r\nMessage-ID: {MessageId}\r\n");
        if (InReplyTo is not null)
        {
            mail.Append(CultureInfo.InvariantCulture, $"In-Reply-To: {InReplyTo}\r\nReferences: {InReplyTo}\r\n");
        }

        return Encoding.UTF8.GetBytes(mail.Append(CultureInfo.InvariantCulture, $"\r\n{Text}\r\n").ToString());
    }
}
