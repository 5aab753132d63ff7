using System.Globalization;
using System.Text;
using HelpDesk.Email.Storage;
using static QuickStart.Pages.Layout;

namespace QuickStart.Pages;

/// <summary>Mails in and out as tables.</summary>
internal static class MailTables
{
    private const int LongestSubject = 120;

    public static string Journal(IReadOnlyList<JournalEntry> rows)
    {
        if (rows.Count == 0)
        {
            return """<p class="muted">None yet.</p>""";
        }

        var table = new StringBuilder("""<div class="table"><table><tr><th>Received (UTC)</th><th>From</th><th>Subject</th><th>Became</th><th>Ticket</th></tr>""");
        foreach (var row in rows)
        {
            table.Append($"""<tr><td class="narrow">{Time(row.ReceivedAt)}</td><td class="who">{E(row.Facts.From)}</td><td><a href="/mails/{row.Id}">{E(Title(row))}</a></td><td class="narrow">{Became(row)}</td><td class="narrow">{Ticket(row.Ticket)}</td></tr>""");
        }

        return table.Append("</table></div>").ToString();
    }

    public static string Outbox(IReadOnlyList<OutboxEntry> rows)
    {
        if (rows.Count == 0)
        {
            return """<p class="muted">None yet.</p>""";
        }

        var table = new StringBuilder("""<div class="table"><table><tr><th>Written (UTC)</th><th>To</th><th>Subject</th><th>State</th><th>Ticket</th></tr>""");
        foreach (var row in rows)
        {
            var to = string.Join(", ", row.Recipients.Select(recipient => recipient.Address));
            var state = $"{State(row.State.ToString(), row.State == OutboxState.Failed)} {E(row.LastError)}";
            table.Append($"""<tr><td class="narrow">{Time(row.CreatedAt)}</td><td class="who">{E(to)}</td><td><a href="/outbox/{row.Id}">{E(Short(row.Subject))}</a></td><td>{state}</td><td class="narrow">{Ticket(row.Ticket)}</td></tr>""");
        }

        return table.Append("</table></div>").ToString();
    }

    /// <summary>What a row of the journal is called.</summary>
    public static string Title(JournalEntry row) => row switch
    {
        { Origin: JournalOrigin.AgentReply } => "(an agent's answer)",
        { Facts.Subject.Length: 0 } => "(no subject)",
        _ => Short(row.Facts.Subject),
    };

    /// <summary>What became of a row of the journal, or how far it has come.</summary>
    public static string Became(JournalEntry row) =>
        row.Outcome == JournalOutcome.None
            ? State(row.State.ToString(), isBad: false)
            : State(row.Outcome.ToString(), row.Outcome is JournalOutcome.Quarantined or JournalOutcome.Rejected);

    /// <summary>A link to a ticket, where there is one.</summary>
    public static string Ticket(string? number, string? words = null) =>
        number is null ? string.Empty : $"""<a href="/tickets/{E(Uri.EscapeDataString(number))}">{E(words ?? number)}</a>""";

    /// <summary>A word that says how something stands.</summary>
    public static string State(string word, bool isBad) => $"""<span class="state{(isBad ? " bad" : "")}">{E(word)}</span>""";

    public static string Short(string subject) => subject.Length <= LongestSubject ? subject : $"{subject[..LongestSubject]}…";

    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
