using System.Globalization;
using System.Text;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Protocols.Smtp;

/// <summary>What a mail asks of a server, and how the commands say so.</summary>
internal static class SmtpRequirements
{
    /// <summary>Why a mail can't be offered to a server, or <see langword="null"/>.</summary>
    public static async ValueTask<string?> FindObstacleAsync(SmtpEnvelope envelope, MailContent content, SmtpCapabilities offered, CancellationToken cancellationToken)
    {
        var addresses = envelope.Recipients.Where(address => address.Length > 0).Append(envelope.ReversePath);
        if (offered.MaxSize is { } most && content.Length > most)
        {
            return $"5.3.4 The mail has {content.Length} octets, and the server takes {most}.";
        }

        if (!offered.SmtpUtf8 && (envelope.NeedsSmtpUtf8 || !addresses.All(SmtpAddressText.IsAscii)))
        {
            return "5.6.7 The mail has addresses or header fields in UTF-8, and the server does not offer SMTPUTF8.";
        }

        return !offered.EightBitMime && await EightBit.IsInAsync(content, cancellationToken).ConfigureAwait(false)
            ? "5.6.3 The mail has octets above 127, and the server does not offer 8BITMIME."
            : null;
    }

    /// <summary>The MAIL command with its parameters.</summary>
    public static string MailCommand(SmtpEnvelope envelope, MailContent content, SmtpCapabilities offered)
    {
        var command = new StringBuilder($"MAIL FROM:<{envelope.ReversePath}>");
        if (offered.Size)
        {
            command.Append(CultureInfo.InvariantCulture, $" SIZE={content.Length}");
        }

        if (offered.EightBitMime)
        {
            command.Append(" BODY=8BITMIME");
        }

        if (NeedsUtf8(envelope))
        {
            command.Append(" SMTPUTF8");
        }

        if (offered.Dsn && envelope.ReportId is { } id)
        {
            command.Append(" RET=HDRS ENVID=").Append(SmtpAddressText.ToXText(id));
        }

        return command.ToString();
    }

    /// <summary>The RCPT command of a recipient.</summary>
    public static string RecipientCommand(SmtpEnvelope envelope, int index, SmtpCapabilities offered) =>
        offered.Dsn && !envelope.WantsReports ? $"RCPT TO:<{envelope.Recipients[index]}> NOTIFY=NEVER"
            : offered.Dsn && envelope.ReportId is not null ? $"RCPT TO:<{envelope.Recipients[index]}> NOTIFY=FAILURE,DELAY"
            : $"RCPT TO:<{envelope.Recipients[index]}>";

    private static bool NeedsUtf8(SmtpEnvelope envelope) =>
        envelope.NeedsSmtpUtf8 || !SmtpAddressText.IsAscii(envelope.ReversePath) || !envelope.Recipients.All(SmtpAddressText.IsAscii);
}
