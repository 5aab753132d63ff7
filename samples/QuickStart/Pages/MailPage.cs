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
        var page = new StringBuilder($"""
            <p class="muted">Row {row.Id} of mailbox {E(row.Mailbox)}, {row.Size} octets, {E(row.Facts.MessageId)}<br>
            {row.State} {row.Outcome} {(row.Ticket is null ? "" : $"""<a href="/tickets/{E(Uri.EscapeDataString(row.Ticket))}">ticket {E(row.Ticket)}</a>""")}
            {(row.DuplicateOf is { } first ? $"""copy of <a href="/mails/{first}">row {first}</a>""" : "")}</p>
            <table><tr><th>At</th><th>Step</th><th>Verdict</th><th>Why</th></tr>
            """);
        foreach (var line in MailTrace.Read(row.Trace))
        {
            page.Append($"<tr><td>{MailTables.Time(line.At)}</td><td>{E(line.Step)}</td><td>{E(line.Verdict)}</td><td>{E(line.Reason)}</td></tr>");
        }

        return Page(row.Facts.Subject.Length > 0 ? row.Facts.Subject : "(no subject)", page.Append("</table>").ToString());
    }
}
