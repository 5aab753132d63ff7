using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Classification;

/// <summary>Says what sort of mail a mail is. Safe on any thread.</summary>
/// <remarks>
/// Looks at every occurrence of a header field, without case. The rules stand in the order of how much they say: the first
/// that speaks gives the kind, all that speak give evidence.
/// </remarks>
internal static class MailClassifier
{
    public static MailClassification Classify(InboundMail mail, string? reversePath)
    {
        var evidence = new List<ClassificationEvidence>();
        foreach (var rule in ClassificationRules.InOrder)
        {
            evidence.AddRange(rule(mail, reversePath));
        }

        var kind = evidence.Where(fact => fact.Kind is not null).Select(fact => fact.Kind!.Value).FirstOrDefault(MailKind.Human);
        var mayRespond = kind is MailKind.Human && !evidence.Any(fact => fact.ForbidsResponse);
        return new MailClassification(kind, mayRespond, [.. evidence.Select(fact => fact.Text).Distinct()]);
    }
}
