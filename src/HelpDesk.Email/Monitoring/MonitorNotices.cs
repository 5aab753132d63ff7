using System.Globalization;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Servers;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Signals;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Monitoring;

/// <summary>Makes tickets of what the monitor itself has to say, through the journal like everything that makes tickets.</summary>
internal sealed class MonitorNotices(IMailStore store, NoticeWords words, SettingsReader settings, WorkSignals signals, TimeProvider time)
{
    /// <summary>Tells that a mailbox refuses the log-in: one ticket for each time that it stops working, however often this is called.</summary>
    /// <param name="status">How the mailbox is.</param>
    /// <param name="refusedLogins">How many log-ins in a row were refused.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async ValueTask TellAsync(MailboxStatus status, int refusedLogins, CancellationToken cancellationToken)
    {
        var current = settings.Current;
        var limit = current.Options.Monitor.TicketAfterRefusedLogins;
        if (limit == 0 || refusedLogins < limit || status.Failure != MailFailure.LoginRefused)
        {
            return;
        }

        var state = await store.Mailboxes.ReadAsync(status.Name, cancellationToken).ConfigureAwait(false);
        var since = (state?.LastSuccess ?? DateTimeOffset.UnixEpoch).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var notice = await words.OfAsync(status, current.MailboxOf(status.Name), refusedLogins, current.Options.Monitor.TicketTemplate, cancellationToken).ConfigureAwait(false);
        var entry = new NewJournalEntry(
            status.Name,
            $"monitor:login:{since}",
            MailContent.FromOctets(MonitorNoticeJson.Write(notice)),
            new MailFacts($"<monitor.{status.Name}.{since}@local>"))
        {
            Origin = JournalOrigin.Monitor,
            OperationId = Guid.NewGuid(),
            ReceivedAt = time.GetUtcNow(),
        };
        await store.Journal.AppendAsync([entry], cancellationToken).ConfigureAwait(false);
        signals.Journal.Set();
    }
}
