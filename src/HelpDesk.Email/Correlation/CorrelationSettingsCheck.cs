using HelpDesk.Email.Configuration;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Tickets;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Correlation;

/// <summary>Says what is wrong with <c>Correlation</c>.</summary>
internal sealed class CorrelationSettingsCheck(IServiceProvider services) : ISettingsCheck
{
    private const string Section = "HelpDeskEmail:Correlation";

    public IEnumerable<string> Check(HelpDeskEmailOptions options)
    {
        var correlation = options.Correlation;
        return CheckPrefix(correlation.SubjectTagPrefix)
            .Concat(CheckModules(correlation.ModuleNames))
            .Concat(CheckSubjectText(correlation))
            .Concat(correlation.ExternalNumbers.SelectMany((rule, i) => CheckRule($"HelpDeskEmail:{ExternalNumberRules.KeyOf(i)}", rule)));
    }

    private static IEnumerable<string> CheckPrefix(string prefix)
    {
        if (prefix.Length is 0 or > 40)
        {
            yield return $"{Section}:SubjectTagPrefix has to have 1 to 40 characters, for instance '#'.";
        }
        else if (prefix.All(c => char.IsDigit(c) || char.IsWhiteSpace(c)))
        {
            yield return $"{Section}:SubjectTagPrefix is '{prefix}'; with digits and spaces alone every year and telephone number would be a tag. Write a letter or a sign, for instance '#'.";
        }
    }

    private static IEnumerable<string> CheckModules(IList<string> modules) =>
        modules.Where(module => string.IsNullOrWhiteSpace(module) || module.Length > 60 || module.AsSpan().ContainsAny("[]"))
            .Select(module => $"{Section}:ModuleNames has '{module}'; write what stands before the dash in [Ticket - 1234], up to 60 characters without brackets.");

    private IEnumerable<string> CheckSubjectText(CorrelationOptions correlation)
    {
        if (Bounds.Check("Correlation:SubjectTextMaxAge", correlation.SubjectTextMaxAge, TimeSpan.FromMinutes(1), TimeSpan.FromDays(3650)) is { } error)
        {
            yield return error;
        }

        // Asked without making it: stores may ask for settings themselves.
        if (correlation.MatchSubjectText && services.GetService<IServiceProviderIsService>()?.IsService(typeof(ITicketQueries)) == false)
        {
            yield return $"{Section}:MatchSubjectText is true, and the ticket store can't list the tickets of a requester: register an {nameof(ITicketQueries)}, or write false.";
        }
    }

    private static IEnumerable<string> CheckRule(string key, ExternalNumberOptions rule)
    {
        foreach (var (name, pattern, groups) in new[] { (nameof(rule.From), rule.From, 0), (nameof(rule.Number), rule.Number, 1) })
        {
            if (WhyNot(pattern, groups) is { } reason)
            {
                yield return $"{key}:{name} is '{pattern}'; {reason}";
            }
        }

        if (!rule.SearchSubject && !rule.SearchBody)
        {
            yield return $"{key}:SearchSubject and SearchBody are both false; write true for one, or remove the entry.";
        }
    }

    private static string? WhyNot(string pattern, int groups)
    {
        if (string.IsNullOrWhiteSpace(pattern))
        {
            return groups == 0 ? @"write a pattern on the sender's address, for instance @vendor\.example$." : @"write a pattern whose first group is the number, for instance \[CASE-(\d+)\].";
        }

        try
        {
            return ExternalNumberRule.Compile(pattern).GetGroupNumbers().Length <= groups
                ? @"put the number into a group, for instance CASE-(\d+)."
                : null;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return $"write a regular expression without look-around and back-references: {e.Message}";
        }
    }
}
