using System.Security.Cryptography;
using System.Text;
using HelpDesk.Email.Bounces;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailing;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Mime;
using HelpDesk.Email.Notifications;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Outbox;

/// <summary>What follows when a server refuses a recipient for good at once: the same as when a report says so later.</summary>
internal sealed class RefusedRecipients(IMailStore store, ITicketMailer mailer, TimeProvider time)
{
    private const int LongestReason = 500;

    /// <summary>Suppresses addresses that are dead, and tells the agents. Doing it again changes nothing.</summary>
    /// <param name="entry">The row.</param>
    /// <param name="results">What became of its recipients.</param>
    /// <param name="options">The settings.</param>
    /// <param name="cancellationToken">Ends it; what is missing is done by the next call.</param>
    /// <exception cref="StoreUnavailableException">The store is away; call again.</exception>
    public async ValueTask NoteAsync(OutboxEntry entry, IReadOnlyList<RecipientResult> results, HelpDeskEmailOptions options, CancellationToken cancellationToken)
    {
        foreach (var refused in results.Where(result => result.Status == RecipientStatus.Rejected))
        {
            var reason = ReasonOf(refused);
            var isSuppressed = options.Delivery.SuppressFor > TimeSpan.Zero && IsDead(refused);
            if (isSuppressed)
            {
                var now = time.GetUtcNow();
                var address = new SuppressedAddress(Suppression.Key(refused.Address), now + options.Delivery.SuppressFor, reason) { Since = now, OutboxId = entry.Id };
                await store.SuppressedAddresses.SuppressAsync(address, cancellationToken).ConfigureAwait(false);
            }

            // Who is told of a mail that did not reach them is not told of that.
            if (entry is { Ticket: { } ticket, Template: not TemplateNames.DeliveryFailed })
            {
                await mailer.RaiseAsync(NoticeOf(ticket, entry, refused.Address, reason, isSuppressed), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // The id is of ticket and address: agents are told once.
    private static TicketNotice NoticeOf(string ticket, OutboxEntry entry, string address, string reason, bool isSuppressed) =>
        new(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"refused\n{ticket}\n{Suppression.Key(address)}")).AsSpan(0, 16)), ticket, NotificationEvent.DeliveryFailed)
        {
            Text = UndeliveredNotices.TextOf(entry.Subject, address, reason, isSuppressed),
            IsInternal = true,
        };

    private static bool IsDead(RecipientResult refused)
    {
        var reason = EnhancedStatusCode.TryParse(refused.EnhancedStatusCode, out var status) ? FailureReasons.OfStatus(status) : FailureReasons.OfText(ReasonOf(refused));
        return FailureReasons.MeansDeadAddress(reason);
    }

    private static string ReasonOf(RecipientResult refused)
    {
        var reason = refused.Reply ?? refused.EnhancedStatusCode ?? "refused";
        return reason.Length <= LongestReason ? reason : reason[..LongestReason];
    }
}
