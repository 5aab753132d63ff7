using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Cli.Explain.Lines;

/// <summary>What sort of mail it is, and why.</summary>
internal sealed record ClassificationLine(MailKind Kind, bool IsAutomatic, bool MayRespond, IReadOnlyList<string> Evidence)
{
    public static ClassificationLine Of(MailClassification classification) =>
        new(classification.Kind, classification.IsAutomatic, classification.MayRespond, classification.Evidence);
}
