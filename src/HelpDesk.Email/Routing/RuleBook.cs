using System.Runtime.CompilerServices;
using HelpDesk.Email.Configuration;

namespace HelpDesk.Email.Routing;

/// <summary>All rules of one set of settings, in the order in which they are asked. Immutable; safe on any thread.</summary>
internal sealed class RuleBook
{
    // The settings are one object until they change, and the book goes with them.
    private static readonly ConditionalWeakTable<HelpDeskEmailOptions, RuleBook> Books = [];

    private readonly IReadOnlyList<Rule> _forNew;
    private readonly IReadOnlyList<Rule> _forReplies;

    private RuleBook(IEnumerable<KeyValuePair<string, RuleOptions>> rules)
    {
        List<Rule> all =
        [
            .. rules.Where(rule => rule.Value.Enabled)
                .OrderBy(rule => rule.Value.Order)
                .ThenBy(rule => rule.Key, StringComparer.OrdinalIgnoreCase)
                .Select(rule => new Rule(rule.Key, rule.Value)),
        ];
        _forNew = [.. all.Where(rule => rule.LooksAt(isNew: true))];
        _forReplies = [.. all.Where(rule => rule.LooksAt(isNew: false))];
    }

    /// <summary>The book of some settings, made when it is first asked for.</summary>
    public static RuleBook Of(HelpDeskEmailOptions settings) => Books.GetValue(settings, made => new RuleBook(made.Rules));

    /// <summary>The rules that look at mails that make a ticket, or at those that join one.</summary>
    public IReadOnlyList<Rule> For(bool isNew) => isNew ? _forNew : _forReplies;
}
