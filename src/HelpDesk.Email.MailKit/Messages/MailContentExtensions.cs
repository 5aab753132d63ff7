using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;
using MimeKit;

namespace HelpDesk.Email.MailKit.Messages;

/// <summary>Mails of HelpDesk.Email as MimeKit messages.</summary>
public static class MailContentExtensions
{
    /// <summary>Reads a mail as a MimeKit message.</summary>
    /// <remarks>
    /// MimeKit keeps all of it in memory, some kilobytes at a time. Its limits are MimeKit's, not those of <c>Limits</c>: what the
    /// engine made of the mail is in the journal and in the ticket, and may differ for damaged mail.
    /// </remarks>
    /// <param name="content">The octets; they may be disposed once the task completed.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The message, which the caller disposes.</returns>
    /// <exception cref="FormatException">MimeKit finds no mail in the octets.</exception>
    /// <exception cref="IOException">The octets are no longer there.</exception>
    public static async ValueTask<MimeMessage> ToMimeMessageAsync(this MailContent content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        var octets = content.OpenRead();
        await using (octets.ConfigureAwait(false))
        {
            return await MimeMessage.LoadAsync(octets, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads the mail of a journal entry as a MimeKit message; see <see cref="ToMimeMessageAsync"/>.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="id">The number of the entry (<see cref="JournalEntry.Id"/>).</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The message, which the caller disposes; <see langword="null"/> when the octets were purged or there is no such entry.</returns>
    /// <exception cref="FormatException">MimeKit finds no mail in the octets.</exception>
    /// <exception cref="StoreUnavailableException">Nobody knows just now.</exception>
    public static async ValueTask<MimeMessage?> OpenMimeMessageAsync(this IMailJournal journal, long id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(journal);
        using var content = await journal.OpenContentAsync(id, cancellationToken).ConfigureAwait(false);
        return content is null ? null : await content.ToMimeMessageAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the mail of an outbox row as a MimeKit message; see <see cref="ToMimeMessageAsync"/>.</summary>
    /// <param name="outbox">The outbox.</param>
    /// <param name="id">The number of the row (<see cref="OutboxEntry.Id"/>).</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The message, which the caller disposes; <see langword="null"/> when the row has no octets or does not exist.</returns>
    /// <exception cref="FormatException">MimeKit finds no mail in the octets.</exception>
    /// <exception cref="StoreUnavailableException">Nobody knows just now.</exception>
    public static async ValueTask<MimeMessage?> OpenMimeMessageAsync(this IOutbox outbox, long id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(outbox);
        using var content = await outbox.OpenContentAsync(id, cancellationToken).ConfigureAwait(false);
        return content is null ? null : await content.ToMimeMessageAsync(cancellationToken).ConfigureAwait(false);
    }
}
