using System.Text.RegularExpressions;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Routing;

/// <summary>One rule, ready to be asked. Immutable; safe on any thread.</summary>
internal sealed class Rule
{
    private readonly RuleOptions _options;
    private readonly IReadOnlySet<MailKind>? _kinds;
    private readonly TextTest[] _tests;
    private readonly IReadOnlyList<(string What, ValueText Value, Action<TicketDraft, string> Set)> _values;
    private readonly bool _usesGroups;

    /// <summary>Makes a rule of settings that were checked.</summary>
    public Rule(string name, RuleOptions options)
    {
        Name = name;
        _options = options;
        _kinds = RuleParts.KindsOf(options);
        _tests = [.. RuleParts.TestsOf(options)];
        _values = [.. RuleParts.ValuesOf(options)];
        _usesGroups = _values.Any(value => value.Value.Groups.Count > 0);
    }

    /// <summary>The key below <c>Rules</c>.</summary>
    public string Name { get; }

    /// <summary>What becomes of the mail.</summary>
    public RuleVerdict Verdict => _options.Verdict;

    /// <summary>Whether the rules behind it are asked too.</summary>
    public bool Continues => _options.Continue;

    /// <summary>Whether it looks at mails that make a ticket, or at those that join one.</summary>
    public bool LooksAt(bool isNew) => _options.On == RuleScope.Any || (_options.On == RuleScope.New) == isNew;

    /// <summary>Whether all of its conditions hold.</summary>
    public bool Holds(MailTexts mail)
    {
        if ((_kinds is not null && !_kinds.Contains(mail.Kind))
            || (_options.HasAttachment is { } wanted && wanted != mail.HasAttachment)
            || (_options.Header is { Length: > 0 } header && !mail.HasHeader(header)))
        {
            return false;
        }

        foreach (var test in _tests)
        {
            try
            {
                if (!test.Holds(mail))
                {
                    return false;
                }
            }
            catch (RegexMatchTimeoutException)
            {
                mail.Overruns.Add($"Rules:{Name}:{test.Key} took too long and does not hold");
                return false;
            }
        }

        return true;
    }

    /// <summary>Writes what it wants of the ticket, where nobody did before.</summary>
    /// <returns>What was written, for the trace.</returns>
    public string Write(TicketDraft draft, MailTexts mail)
    {
        var done = new List<string>();
        var groups = GroupsOf(mail);
        foreach (var (what, text, set) in _values)
        {
            if (text.With(groups) is { } value)
            {
                set(draft, value);
                done.Add(what);
            }
        }

        AddAll(draft.AddSubscribers, _options.Subscribers);
        AddAll(draft.Notify, _options.Notify);
        if (_options.Subscribers.Count > 0)
        {
            done.Add($"{_options.Subscribers.Count} subscribers");
        }

        if (_options.Notify.Count > 0)
        {
            done.Add($"{_options.Notify.Count} to notify");
        }

        return $"Rules:{Name}: {(done.Count == 0 ? "nothing to set" : string.Join(", ", done))}";
    }

    private GroupValues GroupsOf(MailTexts mail)
    {
        var values = new GroupValues();
        if (_usesGroups)
        {
            foreach (var test in _tests.Where(test => test.Pattern is not null))
            {
                values.Add(test.Groups(mail));
            }
        }

        return values;
    }

    private static void AddAll(IList<EmailAddress> list, IEnumerable<string> addresses)
    {
        foreach (var address in addresses.Select(text => EmailAddress.Create(text)).Except(list).ToList())
        {
            list.Add(address);
        }
    }
}
