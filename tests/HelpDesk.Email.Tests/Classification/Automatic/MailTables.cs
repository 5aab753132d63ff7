using System.Text;
using HelpDesk.Email.Classification;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Reading;

namespace HelpDesk.Email.Tests.Classification.Automatic;

/// <summary>Reads the tables of this folder and makes mails of their lines.</summary>
internal static class MailTables
{
    public static IReadOnlyList<string> Lines(string file)
    {
        using var stream = typeof(MailTables).Assembly.GetManifestResourceStream($"Automatic.{file}")
            ?? throw new InvalidOperationException($"no table {file}");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0 && line[0] != '#')];
    }

    public static IEnumerable<(string What, string Subject, string Text)> Mails(string file) =>
        Lines(file).Select(line => line.Split('|', 3)).Select(parts => (parts[0].Trim(), parts[1].Trim(), parts[2].Trim()));

    public static InboundMail Mail(string subject, string text, string headers = "") => InboundMailReader.Read(MailContent.FromOctets(Encoding.UTF8.GetBytes(
        $"From: Ann Example <ann@customer.test>\nTo: support@helpdesk.test\nSubject: {subject}\nDate: Mon, 05 Jan 2026 08:59:00 +0000\n"
        + $"Message-ID: <1@customer.test>\n{headers}MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
        + $"{text.Replace("\\n", "\n", StringComparison.Ordinal)}\n")));

    public static MailClassification Classify(InboundMail mail) => MailClassifier.Classify(mail, "ann@customer.test");
}
