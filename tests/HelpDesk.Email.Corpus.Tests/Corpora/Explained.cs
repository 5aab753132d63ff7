using HelpDesk.Email.Configuration;
using HelpDesk.Email.Explaining;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Corpus.Tests.Corpora;

/// <summary>Explains the mail of a case.</summary>
internal static class Explained
{
    /// <summary>What the engine understands of it.</summary>
    public static ValueTask<MailExplanation> MailAsync(CorpusCase corpusCase, CancellationToken cancellationToken) =>
        new MailExplainer(new HelpDeskEmailOptions()).ExplainAsync(MailContent.FromOctets(File.ReadAllBytes(corpusCase.File)), MailForm.Message, cancellationToken);
}
