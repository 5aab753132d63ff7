using System.Globalization;
using System.Text;
using HelpDesk.Email.Benchmarks.Measuring;
using HelpDesk.Email.Benchmarks.Reporting;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Content;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Reading;
using HelpDesk.Email.Routing;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Benchmarks.Rows;

/// <summary>Asks five hundred rules about mails that none of them holds for, so that all are asked.</summary>
internal sealed class RulesRow(BenchmarkMails mails) : IBenchmarkRow
{
    private const int Rules = 500;
    private const int Long = 1 << 20;

    public string Name => "rules";

    public string Measures => "500 rules asked in vain about a message that is read already: texts in its body, texts in subject and sender, patterns; against finding every line feed of its text";

    public IEnumerable<Figure> Run(PairedRunner runner)
    {
        var step = new RouteStep();
        foreach (var (of, condition) in Conditions)
        {
            var settings = Settings(condition);
            InboundContext[] read = [.. mails.Replies.Select(message => Read(message, settings))];
            var figures = new Figures(
                Name,
                runner.Run(() => read.Sum(mail => Ask(step, mail)), () => read.Sum(mail => Scans.LineFeeds(mail.Mail.Text))),
                read.Length,
                read.Sum(mail => (long)mail.Mail.Text.Length));
            yield return new Figure(Name, $"{of}: time a message", "µs", figures.Pairs.Subject.Times(1e6 / read.Length), 5000, 2500);
            yield return figures.Memory(of);
        }

        var bodies = Settings(Bodies);
        var (longer, shorter) = (Read(Plain(Long), bodies), Read(Plain(Long / 4), bodies));
        yield return new Figure(Name, "body: t(1 MB) / t(256 kB)", "x", runner.Run(() => Ask(step, longer), () => Ask(step, shorter)).Ratio, 5, 4.3);
    }

    private static IEnumerable<(string Of, Action<RuleOptions, string> Condition)> Conditions =>
    [
        ("subject and sender", (rule, number) => (rule.SubjectContains, rule.FromContains) = ($"order {number} of nobody", "nowhere.invalid")),
        ("body", Bodies),
        ("patterns of subjects", (rule, number) => rule.SubjectMatches = $"^(re: )?order[ -]{number}\\b.*(late|lost)"),
    ];

    // Ordinary beginnings, so that the search has to look twice often.
    private static readonly string[] Words = ["please", "the printer", "about", "invoice", "there", "Regards", "question", "we", "error", "and"];

    private static void Bodies(RuleOptions rule, string number) =>
        rule.BodyContains = $"{Words[int.Parse(number, CultureInfo.InvariantCulture) % Words.Length]} of matter {number}";

    private static HelpDeskEmailOptions Settings(Action<RuleOptions, string> condition)
    {
        var settings = new HelpDeskEmailOptions();
        foreach (var number in Enumerable.Range(0, Rules).Select(i => i.ToString("000", CultureInfo.InvariantCulture)))
        {
            var rule = new RuleOptions { Type = "never" };
            condition(rule, number);
            settings.Rules.Add($"rule {number}", rule);
        }

        return settings;
    }

    private static byte[] Plain(int length)
    {
        var text = new StringBuilder("From: ann@example.test\r\nSubject: a long one\r\n\r\n");
        while (text.Length < length)
        {
            text.Append("Please look at the printer about which we had a question, and an error. Regards\r\n");
        }

        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private static InboundContext Read(byte[] message, HelpDeskEmailOptions settings)
    {
        var content = MailContent.FromOctets(message);
        var context = new InboundContext(new JournalEntry(0, string.Empty, string.Empty, new MailFacts(string.Empty)), content, new MailboxOptions(), settings)
        {
            Mail = InboundMailReader.Read(content),
            Classification = new MailClassification(MailKind.Human, true, []),
            Sender = new SenderIdentity(EmailAddress.Create("ann@example.test"), SenderTrust.NotEvaluated),
        };
        new ExtractStep().EvaluateAsync(context, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        return context;
    }

    private static long Ask(RouteStep step, InboundContext mail)
    {
        // No rule holds, so the step ends at once and nothing is written into the mail's draft.
        var verdict = step.EvaluateAsync(mail, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        return verdict.Reason.Length;
    }
}
