using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Storage;
using MimeKit;

namespace HelpDesk.Email.MailKit.Messages;

/// <summary>A host's MimeKit messages as the octets that HelpDesk.Email works with.</summary>
/// <remarks>
/// The message is written once, here: what is handed over does not change with it. For whoever holds the message alone; a
/// message is not thread-safe.
/// </remarks>
public static class MimeMessageExtensions
{
    private static readonly FormatOptions Format = Make(isInternational: false);
    private static readonly FormatOptions International = Make(isInternational: true);

    /// <summary>Writes the octets of a message: CR LF at every line end, without Bcc and Resent-Bcc. In memory below 1 MB, in a temporary file above.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The octets; whoever gets them disposes them.</returns>
    /// <exception cref="IOException">The temporary file can't be written.</exception>
    public static ValueTask<MailContent> ToMailContentAsync(this MimeMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        return WriteAsync(message, NeedsSmtpUtf8(message), cancellationToken);
    }

    /// <summary>Makes a mail for an <see cref="IOutboundTransport"/>: to everybody in To, Cc and Bcc (Resent-To and its like, where they are there).</summary>
    /// <remarks>
    /// A Message-ID that is missing is given to the message, so that a repeated attempt has the same. Parts whose encoding does not
    /// fit a mail of 8-bit lines are encoded anew, in the message itself.
    /// </remarks>
    /// <param name="message">The message.</param>
    /// <param name="reversePath">The envelope sender: empty for <c>&lt;&gt;</c>; <see langword="null"/> for the address in Sender, else the first in From.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The mail; whoever gets it disposes its content.</returns>
    /// <exception cref="ArgumentException">The message has no recipient.</exception>
    /// <exception cref="IOException">The temporary file can't be written.</exception>
    public static async ValueTask<OutboundMail> ToOutboundMailAsync(this MimeMessage message, string? reversePath, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var recipients = MessageRecipients.Of(message);
        if (recipients.Count == 0)
        {
            throw new ArgumentException("The message has nobody in To, Cc or Bcc.", nameof(message));
        }

        if (string.IsNullOrEmpty(message.MessageId))
        {
            message.MessageId = MimeKit.Utils.MimeUtils.GenerateMessageId();
        }

        message.Prepare(EncodingConstraint.EightBit);
        var sender = reversePath ?? message.Sender?.Address ?? message.From.Mailboxes.FirstOrDefault()?.Address ?? string.Empty;
        var needsUtf8 = NeedsSmtpUtf8(message) || !recipients.Append(sender).All(address => System.Text.Ascii.IsValid(address));
        var content = await WriteAsync(message, needsUtf8, cancellationToken).ConfigureAwait(false);
        return new OutboundMail($"<{message.MessageId}>", sender, recipients, content) { NeedsSmtpUtf8 = needsUtf8 };
    }

    /// <summary>Makes a row for the outbox, which the <see cref="FinishCommit"/> of a journal row takes along.</summary>
    /// <param name="message">The message; see <see cref="ToOutboundMailAsync"/> for what happens to it.</param>
    /// <param name="notBefore">Not sent before this.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The row, with Message-ID, recipients, envelope sender and subject of the message.</returns>
    /// <exception cref="ArgumentException">The message has no recipient.</exception>
    /// <exception cref="IOException">The temporary file can't be written.</exception>
    public static async ValueTask<NewOutboxEntry> ToOutboxEntryAsync(this MimeMessage message, DateTimeOffset notBefore, CancellationToken cancellationToken)
    {
        var mail = await message.ToOutboundMailAsync(reversePath: null, cancellationToken).ConfigureAwait(false);
        return new NewOutboxEntry(mail.MessageId, mail.Recipients, mail.Content)
        {
            ReversePath = mail.ReversePath,
            Subject = message.Subject ?? string.Empty,
            NotBefore = notBefore,
        };
    }

    /// <summary>Makes what <see cref="IMailIntake.AcceptAsync"/> takes, for a host that gets its mail as MimeKit messages.</summary>
    /// <param name="message">The message. One that was read from octets is written as it was, but for line ends; better hand over those octets.</param>
    /// <param name="mailboxes">The names of the mailboxes it goes to: a row each.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The request; whoever gets it disposes its content.</returns>
    /// <exception cref="IOException">The temporary file can't be written.</exception>
    public static async ValueTask<IntakeRequest> ToIntakeRequestAsync(this MimeMessage message, IReadOnlyList<string> mailboxes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mailboxes);
        return new IntakeRequest(mailboxes, await message.ToMailContentAsync(cancellationToken).ConfigureAwait(false));
    }

    private static bool NeedsSmtpUtf8(MimeMessage message) =>
        message.From.Mailboxes.Concat(message.To.Mailboxes).Concat(message.Cc.Mailboxes).Concat(message.ReplyTo.Mailboxes).Any(mailbox => !System.Text.Ascii.IsValid(mailbox.LocalPart));

    private static async ValueTask<MailContent> WriteAsync(MimeMessage message, bool isInternational, CancellationToken cancellationToken)
    {
        var writer = new MailContentWriter();
        await using (writer.ConfigureAwait(false))
        {
            var octets = new WriterStream(writer);
            await using (octets.ConfigureAwait(false))
            {
                await message.WriteToAsync(isInternational ? International : Format, octets, cancellationToken).ConfigureAwait(false);
            }

            return writer.Complete();
        }
    }

    private static FormatOptions Make(bool isInternational)
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        format.EnsureNewLine = true;
        format.International = isInternational;
        format.HiddenHeaders.Add(HeaderId.Bcc);
        format.HiddenHeaders.Add(HeaderId.ResentBcc);
        return format;
    }
}
