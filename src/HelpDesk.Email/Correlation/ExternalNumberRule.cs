using System.Text.RegularExpressions;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Correlation;

/// <summary>One entry of <c>Correlation:ExternalNumbers</c>, ready for use.</summary>
internal sealed class ExternalNumberRule
{
    private const int MaxMatches = 20;
    private const int MaxNumber = 100;

    private readonly Regex _from;
    private readonly Regex _number;
    private readonly bool _searchesSubject;

    /// <exception cref="ArgumentException">A pattern is wrong.</exception>
    /// <exception cref="NotSupportedException">A pattern can't be searched for in linear time.</exception>
    public ExternalNumberRule(string key, ExternalNumberOptions options)
    {
        Key = key;
        From = options.From;
        Number = options.Number;
        SearchesBody = options.SearchBody;
        _searchesSubject = options.SearchSubject;
        _from = Compile(options.From);
        _number = Compile(options.Number);
    }

    /// <summary>Its key below <c>HelpDeskEmail:</c>.</summary>
    public string Key { get; }

    /// <summary>The pattern on the sender's address.</summary>
    public string From { get; }

    /// <summary>The pattern whose first group is the number.</summary>
    public string Number { get; }

    /// <summary>Whether the body is looked at.</summary>
    public bool SearchesBody { get; }

    /// <summary>Makes a pattern that takes time in proportion to the text.</summary>
    public static Regex Compile(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Whether the rule is for a sender.</summary>
    public bool IsFor(EmailAddress sender) => _from.IsMatch(sender.Address);

    /// <summary>The number in a subject.</summary>
    public ExternalNumber? InSubject(string subject) => _searchesSubject ? In(subject) : null;

    /// <summary>The number in the visible text of a body.</summary>
    public ExternalNumber? InBody(string text) => SearchesBody ? In(text) : null;

    private ExternalNumber? In(string text)
    {
        var match = _number.Match(text);
        for (var matches = 0; match.Success && matches < MaxMatches; matches++)
        {
            var number = match.Groups[1].Value.Trim().ToUpperInvariant();
            if (number.Length is > 0 and <= MaxNumber)
            {
                return new ExternalNumber(this, number, match.Value);
            }

            match = match.NextMatch();
        }

        return null;
    }
}
