using HelpDesk.Email.Configuration;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Routing;

/// <summary>Takes the settings of a rule apart.</summary>
internal static class RuleParts
{
    /// <summary>The patterns and texts of a rule by their keys, in the order of <see cref="TextPlace"/>, which is also that of what they cost.</summary>
    public static IEnumerable<(TextPlace Place, string? Contains, string? Matches)> ConditionsOf(RuleOptions rule) =>
    [
        (TextPlace.From, rule.FromContains, rule.FromMatches),
        (TextPlace.To, rule.ToContains, rule.ToMatches),
        (TextPlace.Subject, rule.SubjectContains, rule.SubjectMatches),
        (TextPlace.Header, rule.HeaderContains, rule.HeaderMatches),
        (TextPlace.Body, rule.BodyContains, rule.BodyMatches),
    ];

    /// <summary>The conditions on text.</summary>
    /// <exception cref="ArgumentException">A pattern is none.</exception>
    /// <exception cref="NotSupportedException">A pattern has back-references or look-around.</exception>
    public static IEnumerable<TextTest> TestsOf(RuleOptions rule)
    {
        foreach (var (place, contains, matches) in ConditionsOf(rule))
        {
            if (!string.IsNullOrEmpty(contains))
            {
                yield return new TextTest(place, rule.Header ?? string.Empty) { Contains = contains };
            }

            if (!string.IsNullOrEmpty(matches))
            {
                yield return new TextTest(place, rule.Header ?? string.Empty) { Pattern = TextTest.PatternOf(matches) };
            }
        }
    }

    /// <summary>The kinds that a rule looks at, or <see langword="null"/> for all.</summary>
    /// <exception cref="ArgumentException">One is no kind; the message is its name.</exception>
    public static IReadOnlySet<MailKind>? KindsOf(RuleOptions rule)
    {
        if (string.IsNullOrWhiteSpace(rule.Kind))
        {
            return null;
        }

        var names = rule.Kind.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return names.Select(name => char.IsAsciiLetter(name[0]) && Enum.TryParse<MailKind>(name, ignoreCase: true, out var kind) ? kind : throw new ArgumentException(name)).ToHashSet();
    }

    /// <summary>What a rule sets: what it is called in the trace, the value, and where it goes unless something stands there.</summary>
    public static IEnumerable<(string What, ValueText Value, Action<TicketDraft, string> Set)> ValuesOf(RuleOptions rule)
    {
        (string Key, string? Text, Action<TicketDraft, string> Set)[] settings =
        [
            ("type", rule.Type, (draft, value) => draft.Type ??= value),
            ("priority", rule.Priority, (draft, value) => draft.Priority ??= value),
            ("category", rule.Category, (draft, value) => draft.Category ??= value),
            .. rule.Fields.Select(field => ($"field {field.Key}", (string?)field.Value, (Action<TicketDraft, string>)((draft, value) => draft.Fields.TryAdd(field.Key, value)))),
        ];
        foreach (var (key, text, set) in settings)
        {
            if (!string.IsNullOrEmpty(text))
            {
                yield return (key, ValueText.Parse(text), set);
            }
        }

        // Who works on tickets and where they go is the administrator's word alone, never the mail's.
        if (rule.Department is { Length: > 0 } department)
        {
            yield return ("department", ValueText.Literal(department), (draft, value) => draft.Department ??= value);
        }

        if (rule.Assignee is { Length: > 0 } assignee)
        {
            yield return ("assignee", ValueText.Literal(assignee), (draft, value) => draft.Assignee ??= EmailAddress.Create(value));
        }
    }
}
