using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailing;
using HelpDesk.Email.Notifications;
using HelpDesk.Email.Scheduling;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Surveys;

/// <summary>Raises the question how the help was, once for each ticket that has been closed for long enough.</summary>
internal sealed class SurveyWork(IEnumerable<ITicketQueries> queries, ITicketMailer mailer, ScheduleMemory memory, SettingsReader settings, TimeProvider time) : IScheduledWork
{
    // Where nobody is asked, what was looked at is written down now and then only.
    private static readonly TimeSpan WriteEvery = TimeSpan.FromHours(1);

    private readonly ITicketQueries? _queries = queries.LastOrDefault();

    public async ValueTask<int> RunAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var (name, department) in settings.Current.Options.Departments.Where(department => department.Value.Survey.Enabled))
        {
            count += _queries is null ? 0 : await RunAsync(_queries, name, department.Survey, cancellationToken).ConfigureAwait(false);
        }

        return count;
    }

    public DateTimeOffset? NextDue(DateTimeOffset now) =>
        settings.Current.Options.Departments.Values.Any(department => department.Survey.Enabled) ? Ticks.After(now) : null;

    private async ValueTask<int> RunAsync(ITicketQueries tickets, string department, SurveyOptions options, CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow() - options.After;
        if (await memory.ReadAsync($"survey {department}", cancellationToken).ConfigureAwait(false) is not { } since)
        {
            // Switched on today, it does not ask about years ago.
            await memory.WriteAsync($"survey {department}", until, cancellationToken).ConfigureAwait(false);
            return 0;
        }

        var count = 0;
        if (until > since)
        {
            await foreach (var ticket in tickets.ClosedBetweenAsync(since, until, cancellationToken).ConfigureAwait(false))
            {
                if (department.Equals(ticket.Department, StringComparison.OrdinalIgnoreCase))
                {
                    await mailer.RaiseAsync(Notice(ticket, options), cancellationToken).ConfigureAwait(false);
                    count++;
                }
            }

            if (count > 0 || until - since >= WriteEvery)
            {
                await memory.WriteAsync($"survey {department}", until, cancellationToken).ConfigureAwait(false);
            }
        }

        return count;
    }

    // The id is the ticket's alone: one that is closed again is not asked about again.
    private static TicketNotice Notice(TicketSnapshot ticket, SurveyOptions options) =>
        new(TimerIds.Of($"survey:{ticket.Number}"), ticket.Number, NotificationEvent.SurveyDue)
        {
            Values = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["survey"] = new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["url"] = options.Url?.Replace("{number}", Uri.EscapeDataString(ticket.Number), StringComparison.Ordinal),
                },
            },
        };
}
