using System.Globalization;
using System.Text;
using HelpDesk.Email.Troubles;

namespace HelpDesk.Email.ErrorMail;

/// <summary>The words of a mail about troubles.</summary>
internal static class ErrorMailText
{
    // A desk of a thousand mailboxes whose network is away says so in one page.
    private const int Most = 50;

    public static string Subject(IReadOnlyList<TroubleReport> reports) =>
        reports.Count == 1
            ? $"Help desk: {reports[0].Trouble.Key}{(reports[0] is { Over: not null } ? " is well again" : " has trouble")}"
            : string.Create(CultureInfo.InvariantCulture, $"Help desk: {reports.Count} troubles");

    public static string Body(IReadOnlyList<TroubleReport> reports, string machine)
    {
        var text = new StringBuilder();
        foreach (var report in reports.Take(Most))
        {
            text.Append(CultureInfo.InvariantCulture, $"{report.Last:u}  {(report.Trouble.IsError ? "Error" : "Warning")}: {report.Trouble.Key}\n{report.Trouble.Text}\n");
            if (report.Count > 1)
            {
                text.Append(CultureInfo.InvariantCulture, $"This happened {report.Count} times since the last mail about it.\n");
            }

            if (report.Over is { } over)
            {
                text.Append(CultureInfo.InvariantCulture, $"It is over since {over:u}.\n");
            }

            text.Append('\n');
        }

        if (reports.Count > Most)
        {
            text.Append(CultureInfo.InvariantCulture, $"And {reports.Count - Most} more; they are in the log.\n\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"Machine: {machine}. The same trouble is mailed at most once an hour (HelpDeskEmail:Monitor:ErrorMail).\n").ToString();
    }
}
