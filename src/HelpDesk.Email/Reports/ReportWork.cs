using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailing;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Notifications;
using HelpDesk.Email.Scheduling;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Reports;

/// <summary>Builds the reports that are due and hands them over to be mailed.</summary>
internal sealed class ReportWork(IEnumerable<IScheduledReport> reports, ITicketMailer mailer, ScheduleMemory memory, SettingsReader settings, TimeProvider time) : IScheduledWork
{
    private readonly ReportTable _reports = new(reports);

    public async ValueTask<int> RunAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        var failures = new List<Exception>();
        foreach (var (name, options) in Enabled())
        {
            try
            {
                count += await RunAsync(name, options, cancellationToken).ConfigureAwait(false) ? 1 : 0;
            }
            catch (Exception e) when (e is not StoreUnavailableException && (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested))
            {
                // The others are due all the same.
                failures.Add(new InvalidOperationException($"The report '{name}' could not be made.", e));
            }
        }

        return failures.Count == 0 ? count : throw new AggregateException(failures);
    }

    public DateTimeOffset? NextDue(DateTimeOffset now) => Enabled().Select(report => (DateTimeOffset?)ReportSchedule.Of(report.Value).NextDue(now)).Min();

    private IEnumerable<KeyValuePair<string, ReportOptions>> Enabled() => settings.Current.Options.Reports.Where(report => report.Value.Enabled);

    private async ValueTask<bool> RunAsync(string name, ReportOptions options, CancellationToken cancellationToken)
    {
        var schedule = ReportSchedule.Of(options);
        var now = time.GetUtcNow();
        if (await memory.ReadAsync($"report {name}", cancellationToken).ConfigureAwait(false) is not { } last)
        {
            // Seen for the first time: it is due from now on.
            await memory.WriteAsync($"report {name}", now, cancellationToken).ConfigureAwait(false);
            return false;
        }

        // Of several that were missed the last one stands for all.
        var due = schedule.LatestDue(now);
        if (due <= last)
        {
            return false;
        }

        var before = schedule.LatestDue(due - TimeSpan.FromTicks(1));
        var period = new ReportPeriod(last < before ? last : before, due, schedule.Zone);
        var content = await _reports.Get(name).BuildAsync(period, cancellationToken).ConfigureAwait(false);
        if (content is not null)
        {
            await mailer.SendAsync(Mail(name, due, content, options), cancellationToken).ConfigureAwait(false);
        }

        await memory.WriteAsync($"report {name}", due, cancellationToken).ConfigureAwait(false);
        return content is not null;
    }

    private static TemplateMail Mail(string name, DateTimeOffset due, ReportContent content, ReportOptions options) =>
        new(TimerIds.Of($"report:{name.ToLowerInvariant()}:{due.UtcTicks}"), options.Template ?? TemplateNames.Report, [.. AddressList.Read(options.To)])
        {
            Mailbox = options.Mailbox,
            Values = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["report"] = new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["title"] = content.Title,
                    ["text"] = content.Text,
                    ["html"] = HostHtml.Safe(content.Html, files: null),
                },
            },
        };
}
