using System.Globalization;
using System.Text;

namespace HelpDesk.Email.Servers.Tests.Mailboxes;

/// <summary>A mail that a person could have written. Immutable.</summary>
/// <param name="From">Its author.</param>
/// <param name="To">Whom it is for.</param>
/// <param name="Subject">Its subject.</param>
internal sealed record TestMail(string From, string To, string Subject)
{
    public string MessageId { get; init; } = $"<{Guid.NewGuid():N}@customers.test>";

    public string? InReplyTo { get; init; }

    public DateTimeOffset Date { get; init; } = DateTimeOffset.UtcNow;

    public string Text { get; init; } = "Something does not work.";

    /// <summary>Its octets, CR LF at the line ends.</summary>
    public byte[] Octets
    {
        get
        {
            var lines = new StringBuilder()
                .Append(CultureInfo.InvariantCulture, $"From: {From}\r\nTo: {To}\r\nSubject: {Subject}\r\n")
                .Append(CultureInfo.InvariantCulture, $"Date: {Date:ddd, dd MMM yyyy HH:mm:ss} +0000\r\nMessage-ID: {MessageId}\r\n");
            if (InReplyTo is not null)
            {
                lines.Append(CultureInfo.InvariantCulture, $"In-Reply-To: {InReplyTo}\r\nReferences: {InReplyTo}\r\n");
            }

            lines.Append("MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n");
            lines.Append(Text.ReplaceLineEndings("\r\n")).Append("\r\n");
            return Encoding.UTF8.GetBytes(lines.ToString());
        }
    }
}
