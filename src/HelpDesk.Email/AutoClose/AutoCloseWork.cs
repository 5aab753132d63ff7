using HelpDesk.Email.Messages;
using HelpDesk.Email.Scheduling;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Signals;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.AutoClose;

/// <summary>Finds the tickets that nobody answers any more, and writes each into the journal as one to close.</summary>
internal sealed class AutoCloseWork(
    IMailStore store, IEnumerable<ITicketQueries> queries, LastWord lastWord, SettingsReader settings, WorkSignals signals, TimeProvider time) : IScheduledWork
{
    private readonly ITicketQueries? _queries = queries.LastOrDefault();

    public async ValueTask<int> RunAsync(CancellationToken cancellationToken)
    {
        var options = settings.Current.Options;
        var pauses = options.Departments.Values.Where(department => department.AutoClose.Enabled).Select(department => department.AutoClose.After).ToList();
        if (_queries is null || pauses.Count == 0)
        {
            return 0;
        }

        var now = time.GetUtcNow();
        var count = 0;
        await foreach (var idle in _queries.IdleSinceAsync(now - pauses.Min(), cancellationToken).ConfigureAwait(false))
        {
            var department = options.DepartmentOf(idle.Ticket.Department).AutoClose;
            if (department.Enabled
                && idle.LastMessage.At < now - department.After
                && (!department.OnlyWhenWaitingForRequester || await lastWord.IsTechniciansAsync(idle.Ticket, idle.LastMessage, cancellationToken).ConfigureAwait(false)))
            {
                count += await WriteAsync(idle, now, cancellationToken).ConfigureAwait(false);
            }
        }

        if (count > 0)
        {
            signals.Journal.Set();
        }

        return count;
    }

    public DateTimeOffset? NextDue(DateTimeOffset now) =>
        settings.Current.Options.Departments.Values.Any(department => department.AutoClose.Enabled) ? Ticks.After(now) : null;

    // A version of a ticket is closed once: whoever finds it again, here or in another process, finds the row there.
    private async ValueTask<int> WriteAsync(IdleTicket idle, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ticket = idle.Ticket;
        using var content = MailContent.FromOctets(AutoCloseJson.Write(new AutoCloseRequest(ticket.Number, ticket.Version, idle.LastMessage.At)));
        var entry = new NewJournalEntry("(schedule)", $"auto-close:{ticket.Number}:{ticket.Version}", content, new MailFacts($"<auto-close.{TimerIds.Of($"{ticket.Number}:{ticket.Version}"):N}@local>"))
        {
            Origin = JournalOrigin.Timer,
            OperationId = Guid.NewGuid(),
            ReceivedAt = now,
        };
        var result = await store.Journal.AppendAsync([entry], cancellationToken).ConfigureAwait(false);
        return result[0].Status == AppendStatus.Known ? 0 : 1;
    }
}
