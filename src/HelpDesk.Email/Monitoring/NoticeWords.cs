using System.Globalization;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Templates;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Monitoring;

/// <summary>The words of the ticket about refused log-ins: those of the chosen template, or the built-in ones.</summary>
internal sealed class NoticeWords(ITemplateRenderer templates, TimeProvider time, ILogger<NoticeWords> log)
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("en");

    /// <summary>Makes them. A template that fails, in whatever way, gives the built-in words: the ticket matters more than how it reads.</summary>
    public async ValueTask<MonitorNotice> OfAsync(MailboxStatus status, MailboxOptions mailbox, int refusedLogins, string? template, CancellationToken cancellationToken)
    {
        var builtIn = BuiltIn(status.Name, status.Error);
        if (template is null)
        {
            return builtIn;
        }

        try
        {
            var rendered = await templates.RenderAsync(template, Model(builtIn, status, mailbox, refusedLogins), Culture, cancellationToken).ConfigureAwait(false);
            if (rendered is { Subject.Length: > 0 })
            {
                return new MonitorNotice(rendered.Subject, rendered.Text);
            }

            MonitoringLog.TemplateNotUsed(log, status.Name, template, "It is empty.");
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            MonitoringLog.TemplateNotUsed(log, status.Name, template, exception.Message);
        }

        return builtIn;
    }

    /// <summary>Tries a template with values such as it will get.</summary>
    /// <exception cref="TemplateException">There is no such template, or it can't be rendered.</exception>
    public async ValueTask TryAsync(string template, CancellationToken cancellationToken)
    {
        var status = new MailboxStatus("support", MailboxActivity.Failing) { Error = "The server refused the log-in.", Failures = 3 };
        await templates.RenderAsync(template, Model(BuiltIn(status.Name, status.Error), status, new MailboxOptions(), 3), Culture, cancellationToken).ConfigureAwait(false);
    }

    private static MonitorNotice BuiltIn(string mailbox, string? error) => new(
        $"The mailbox {mailbox} can't be read: its server refuses the log-in",
        $"{error}\n\nThe monitor tries again with growing pauses. Correct the password or the token in the settings; no restart is needed.");

    private Dictionary<string, object?> Model(MonitorNotice builtIn, MailboxStatus status, MailboxOptions mailbox, int refusedLogins) => new(StringComparer.Ordinal)
    {
        ["subject"] = builtIn.Subject,
        ["body"] = builtIn.Text,
        ["mailbox"] = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["name"] = status.Name,
            ["address"] = mailbox.Address,
            ["department"] = mailbox.Department,
        },
        ["error"] = status.Error,
        ["refusedLogins"] = refusedLogins,
        ["date"] = time.GetUtcNow().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
    };
}
