using HelpDesk.Email.Configuration;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Signals;
using HelpDesk.Email.Troubles;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.ErrorMail;

/// <summary>Mails troubles to the administrator, several in one mail. What it can't mail it logs and keeps: it never tells a trouble itself.</summary>
internal sealed class ErrorMailWorker(TroubleBook book, ErrorMailer mailer, SettingsReader settings, WorkSignals signals, TimeProvider time, ILogger<ErrorMailWorker> log)
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromHours(1);

    private DateTimeOffset _notBefore;
    private TimeSpan _retry = FirstRetry;

    /// <summary>Works until it is stopped.</summary>
    public async Task RunAsync(string node, CancellationToken cancellationToken)
    {
        while (true)
        {
            await RunOnceAsync(cancellationToken).ConfigureAwait(false);
            await signals.Troubles.WaitAsync(Look, time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Mails what is due.</summary>
    /// <returns>How many troubles were mailed.</returns>
    public async Task<int> RunOnceAsync(CancellationToken cancellationToken)
    {
        var options = settings.Current.Options;
        var errors = options.Monitor.ErrorMail;
        if (errors.Level == ErrorMailLevel.Off)
        {
            book.Clear();
            return 0;
        }

        var now = time.GetUtcNow();
        var due = now < _notBefore ? [] : book.Due(withWarnings: errors.Level == ErrorMailLevel.Warning);
        if (due.Count == 0)
        {
            return 0;
        }

        var report = await mailer.SendAsync(options, ErrorMailText.Subject(due), ErrorMailText.Body(due, Environment.MachineName), cancellationToken).ConfigureAwait(false);
        if (!report.Succeeded)
        {
            _notBefore = now + _retry;
            _retry = _retry * 2 < LongestRetry ? _retry * 2 : LongestRetry;
            ErrorMailLog.NotSent(log, due.Count, errors.Account, _notBefore, report.Message);
            return 0;
        }

        // Many troubles come in a row: what follows within a minute waits for company.
        (_notBefore, _retry) = (now + Look, FirstRetry);
        book.Reported(due);
        ErrorMailLog.Sent(log, due.Count);
        return due.Count;
    }
}
