using System.Globalization;
using System.Runtime.CompilerServices;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Correlation;

/// <summary>The entries of <c>Correlation:ExternalNumbers</c>, made once for each set of settings. Safe on any thread.</summary>
internal sealed class ExternalNumberRules
{
    private static readonly ConditionalWeakTable<CorrelationOptions, ExternalNumberRules> OfSettings = [];

    private readonly IReadOnlyList<ExternalNumberRule> _rules;

    private ExternalNumberRules(CorrelationOptions settings) =>
        _rules = [.. settings.ExternalNumbers.Select((rule, i) => new ExternalNumberRule(KeyOf(i), rule))];

    public static ExternalNumberRules Of(CorrelationOptions settings) => OfSettings.GetValue(settings, static settings => new ExternalNumberRules(settings));

    /// <summary>The key of an entry below <c>HelpDeskEmail:</c>.</summary>
    public static string KeyOf(int index) => string.Create(CultureInfo.InvariantCulture, $"Correlation:ExternalNumbers:{index}");

    /// <summary>The number in a mail: by the first rule for its sender that finds one, in the subject and then in the body.</summary>
    public ExternalNumber? Find(InboundMail mail) => _rules.Count == 0 || mail.From.Count == 0
        ? null
        : _rules.Where(rule => rule.IsFor(mail.From[0]))
            .Select(rule => rule.InSubject(mail.Subject) ?? (rule.SearchesBody ? VisibleTexts.Of(mail).Select(rule.InBody).FirstOrDefault(found => found is not null) : null))
            .FirstOrDefault(found => found is not null);
}
