using System.Globalization;
using System.Text;
using HelpDesk.Email.Diagnostics;
using HelpDesk.Email.Storage;
using static QuickStart.Pages.Layout;

namespace QuickStart.Pages;

/// <summary>A mail's trace: which step decided what, and why.</summary>
internal static class MailPage
{
    public static async Task<string?> RenderAsync(long id, IMailStore store, CancellationToken cancellationToken)
    {
        var rows = await store.Journal.FindAsync(new JournalQuery { Id = id }, cancellationToken);
        if (rows.Count == 0)
        {
            return null;
        }

        var row = rows[0];
        var isWaiting = row.State != JournalState.Finished;
        var page = new StringBuilder($"""
            <p>{MailTables.Became(row)} {MailTables.Ticket(row.Ticket, $"ticket {row.Ticket}")}{(row.DuplicateOf is { } first ? $""", a copy of <a href="/mails/{first}">mail {first}</a>""" : "")}</p>
            <p class="muted">Row {row.Id} of the journal, mailbox {E(row.Mailbox)}. From {E(row.Facts.From?.ToString() ?? "nobody that could be read")}, {row.Size} octets, Message-ID {E(row.Facts.MessageId)}</p>
            <h2>Why</h2>
            """);
        var trace = MailTrace.Read(row.Trace);
        page.Append(trace.Count > 0 ? Trace(trace) : $"""<p class="muted">{(isWaiting ? "Nobody has looked at it yet." : "The same octets came before; nobody had to look at them again.")}</p>""");
        return Page(MailTables.Title(row), page.ToString(), isWaiting);
    }

    private static string Trace(IEnumerable<HelpDesk.Email.Inbound.TraceLine> trace)
    {
        var table = new StringBuilder("""<div class="table"><table><tr><th>At (UTC)</th><th>Step</th><th>Verdict</th><th>Reason</th></tr>""");
        foreach (var line in trace)
        {
            var at = line.At.UtcDateTime.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);
            table.Append($"""<tr><td class="narrow">{at}</td><td class="narrow">{E(line.Step)}</td><td class="narrow">{E(line.Verdict)}</td><td>{E(line.Reason)}</td></tr>""");
        }

        return table.Append("</table></div>").ToString();
    }
}
