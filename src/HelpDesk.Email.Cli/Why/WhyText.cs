using System.Globalization;
using System.Text;
using HelpDesk.Email.Cli.Output;

namespace HelpDesk.Email.Cli.Why;

/// <summary>The same for people.</summary>
internal static class WhyText
{
    public static string Of(WhyLine mail)
    {
        var text = new StringBuilder();
        var at = mail.At.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
        text.AppendLine(mail.Direction == "in"
            ? Printable.Line($"{at}  received in {mail.Mailbox} from {mail.From ?? "nobody"}: {mail.State}  (row {mail.Row}, {mail.MessageId})")
            : Printable.Line($"{at}  {mail.Template ?? "mail"} \"{mail.Subject}\": {mail.State}  (outbox {mail.Row}, {mail.MessageId})"));
        foreach (var step in mail.Trace)
        {
            text.AppendLine(Printable.Line($"    {step.Step,-12} {step.Verdict,-10} {step.Reason}"));
        }

        foreach (var recipient in mail.Recipients)
        {
            text.AppendLine(Printable.Line($"    to {recipient.Address}: {recipient.State}{(recipient.Reply is null ? string.Empty : $"  {recipient.Reply}")}"));
        }

        if (mail.Error is { } error && mail.Recipients.All(recipient => recipient.Reply != error))
        {
            text.AppendLine(Printable.Line($"    {error}"));
        }

        return text.ToString();
    }
}
