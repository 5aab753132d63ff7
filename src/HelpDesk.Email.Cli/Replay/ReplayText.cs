using System.Globalization;
using System.Text;
using HelpDesk.Email.Cli.Output;
using HelpDesk.Email.Cli.Replay.Lines;

namespace HelpDesk.Email.Cli.Replay;

/// <summary>The report for people.</summary>
internal static class ReplayText
{
    public static Task WriteAsync(TextWriter output, MailLine mail, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var ticket = mail.Ticket is null ? string.Empty : $", ticket {mail.Ticket}";
        Line(text, $"{mail.File}: {mail.Outcome}{ticket}");
        Line(text, $"  from        {mail.Author ?? "nobody that can be read"}");
        List(text, "evidence", mail.Evidence);
        List(text, "changes", mail.Changes);
        foreach (var notification in mail.Notifications)
        {
            Line(text, $"  mail        {notification.Template} to {string.Join(", ", notification.To)}: {notification.Subject}");
        }

        foreach (var step in mail.Trace)
        {
            Line(text, $"  {step.Step,-11} {step.Verdict}{(step.Reason.Length == 0 ? string.Empty : $": {step.Reason}")}");
        }

        return WriteAsync(output, text, cancellationToken);
    }

    public static Task WriteAsync(TextWriter output, FinalLine final, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        foreach (var ticket in final.Tickets)
        {
            Line(text, $"Ticket {ticket.Number}, {ticket.Status.ToString().ToLowerInvariant()}{(ticket.Locked ? ", locked" : string.Empty)}: {ticket.Subject}");
            foreach (var entry in ticket.Entries)
            {
                Line(text, string.Create(CultureInfo.InvariantCulture, $"  {entry.At:yyyy-MM-dd HH:mm}  {entry.Author} ({entry.Kind.ToString().ToLowerInvariant()})"));
                foreach (var line in Printable.Lines(entry.Text))
                {
                    text.Append("    | ").AppendLine(line);
                }
            }
        }

        foreach (var mail in final.Outbox)
        {
            Line(text, string.Create(CultureInfo.InvariantCulture, $"Mail {mail.State.ToString().ToLowerInvariant()} {mail.At:yyyy-MM-dd HH:mm:ss} to {string.Join(", ", mail.To)}: {mail.Subject}"));
        }

        return WriteAsync(output, text, cancellationToken);
    }

    private static async Task WriteAsync(TextWriter output, StringBuilder text, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync(text, cancellationToken).ConfigureAwait(false);
        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    private static void List(StringBuilder text, string label, IReadOnlyList<string> words)
    {
        if (words.Count > 0)
        {
            Line(text, $"  {label,-11} {string.Join("; ", words)}");
        }
    }

    private static void Line(StringBuilder text, string line) => text.AppendLine(Printable.Line(line));
}
