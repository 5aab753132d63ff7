using System.Globalization;
using System.Text;
using HelpDesk.Email.Cli.Output;

namespace HelpDesk.Email.Cli.Quarantine;

/// <summary>The same for people.</summary>
internal static class QuarantineText
{
    public static string Of(QuarantineLine mail)
    {
        var text = new StringBuilder();
        var at = mail.ReceivedAt.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
        text.AppendLine(Printable.Line($"{mail.Id}  {at}  {mail.Mailbox}  from {mail.From ?? "nobody"}  \"{mail.Subject}\"  {mail.Size} octets"));
        text.AppendLine(Printable.Line($"    {mail.Reason}"));
        foreach (var step in mail.Trace ?? [])
        {
            text.AppendLine(Printable.Line($"    {step.Step,-12} {step.Verdict,-10} {step.Reason}"));
        }

        return text.ToString();
    }
}
