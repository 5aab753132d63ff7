using System.Text.RegularExpressions;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Corpus.Tests.Corpora;
using HelpDesk.Email.Explaining;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Corpus.Tests.Replies;

/// <summary>Compares a reply with what a case expects.</summary>
internal static class ReplyCase
{
    public static MailExplainer Explainer(bool cutSignatures) =>
        new(new HelpDeskEmailOptions { ReplyParsing = new ReplyParsingOptions { CutSignatures = cutSignatures } });

    /// <summary>What is not as expected, or <see langword="null"/>.</summary>
    public static async Task<string?> ProblemAsync(CorpusCase item, MailExplainer explainer, CancellationToken cancellationToken)
    {
        var form = Path.GetExtension(item.File) switch
        {
            ".txt" => MailForm.PlainText,
            ".html" => MailForm.Html,
            _ => MailForm.Message,
        };
        var content = MailContent.FromOctets(await File.ReadAllBytesAsync(item.File, cancellationToken));
        var mail = await explainer.ExplainAsync(content, form, cancellationToken);
        return Problem(item, mail);
    }

    private static string? Problem(CorpusCase item, MailExplanation mail)
    {
        if (Differs(item.Text("reply_text") ?? item.Text("text"), mail.Reply, OneBlank)
            || Differs(item.Text("reply_text_nows"), mail.Reply, NoBlank)
            || (item.Is("whole_text_is_reply") && Differs(mail.Text, mail.Reply, OneBlank)))
        {
            return $"the reply is {OneBlank(mail.Reply)}";
        }

        var part = item.Text("of") == "quoted_text" ? mail.Quoted : mail.Reply;
        var cut = mail.Quoted + "\n" + mail.Signature;
        return Missing(item, "reply_matches", part, wanted: true)
            ?? Missing(item, "reply_not_matches", part, wanted: false)
            ?? Missing(item, "stripped_matches", cut, wanted: true)
            ?? Missing(item, "stripped_matches", mail.Reply, wanted: false)
            ?? (item.Is("keeps_inline_quote") && !Matches(mail.Reply, "^>") ? "no quotation is left" : null);
    }

    private static bool Differs(string? expected, string actual, Func<string, string> normal) => expected is not null && normal(expected) != normal(actual);

    private static string? Missing(CorpusCase item, string key, string text, bool wanted)
    {
        var problem = item.Texts(key).FirstOrDefault(pattern => Matches(text, pattern) != wanted);
        return problem is null ? null : $"{key}: {problem}";
    }

    // The patterns stand in the cases, and some need what the engine without backtracking has not; the texts are short.
    private static bool Matches(string text, string pattern) => Regex.IsMatch(text, pattern, RegexOptions.Multiline, TimeSpan.FromSeconds(5));

    private static string OneBlank(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string NoBlank(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
