using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Classification;

/// <summary>The rules in the order in which they decide.</summary>
internal static class ClassificationRules
{
    public static IReadOnlyList<Func<InboundMail, string?, IEnumerable<ClassificationEvidence>>> InOrder { get; } =
    [
        (mail, _) => ReportRules.Find(mail),
        (mail, _) => AutomaticHeaderRules.Find(mail),
        (mail, _) => WordingRules.Find(mail),
        EnvelopeRules.Find,
        (mail, _) => BulkHeaderRules.Find(mail),
        (mail, _) => NeverAnswerRules.Find(mail),
    ];
}
