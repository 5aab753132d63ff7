using System.Globalization;
using System.Text;
using HelpDesk.Email.Storage;
using static QuickStart.Pages.Layout;

namespace QuickStart.Pages;

/// <summary>Mails in and out as tables.</summary>
internal static class MailTables
{
    public static string Journal(IReadOnlyList<JournalEntry> rows)
    {
        var table = new StringBuilder("<table><tr><th>Received</th><th>From</th><th>Subject</th><th>Became</th><th>Ticket</th></tr>");
        foreach (var row in rows)
        {
            var became = row.Outcome == JournalOutcome.None ? row.State.ToString() : row.Outcome.ToString();
            table.Append($"""<tr><td><a href="/mails/{row.Id}">{Time(row.ReceivedAt)}</a></td><td>{E(row.Facts.From)}</td><td>{E(row.Facts.Subject)}</td><td>{became}</td><td>{E(row.Ticket)}</td></tr>""");
        }

        return table.Append("</table>").ToString();
    }

    public static string Outbox(IReadOnlyList<OutboxEntry> rows)
    {
        var table = new StringBuilder("<table><tr><th>Written</th><th>To</th><th>Subject</th><th>State</th><th>Ticket</th></tr>");
        foreach (var row in rows)
        {
            var to = string.Join(", ", row.Recipients.Select(recipient => recipient.Address));
            table.Append($"""<tr><td><a href="/outbox/{row.Id}">{Time(row.CreatedAt)}</a></td><td>{E(to)}</td><td>{E(row.Subject)}</td><td>{row.State} {E(row.LastError)}</td><td>{E(row.Ticket)}</td></tr>""");
        }

        return table.Append("</table>").ToString();
    }

    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
