using System.Text.RegularExpressions;

namespace HelpDesk.Email.Routing;

/// <summary>One condition on one text of a mail: it has a text in it, or fits a pattern. Linear in the text. Safe on any thread.</summary>
/// <param name="place">Where it looks.</param>
/// <param name="header">The name of the field, for <see cref="TextPlace.Header"/>.</param>
internal sealed class TextTest(TextPlace place, string header)
{
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(2);

    /// <summary>The key of the condition below its rule.</summary>
    public string Key => $"{place}{(Contains is null ? "Matches" : "Contains")}";

    /// <summary>The text that has to be there, or <see langword="null"/>.</summary>
    public string? Contains { get; init; }

    /// <summary>The pattern that has to fit, or <see langword="null"/>.</summary>
    public Regex? Pattern { get; init; }

    /// <summary>Makes a pattern whose time is linear in the text.</summary>
    /// <exception cref="ArgumentException">It is no pattern.</exception>
    /// <exception cref="NotSupportedException">It has back-references or look-around.</exception>
    public static Regex PatternOf(string text) =>
        new(text, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Multiline, MaxTime);

    /// <summary>Whether it holds.</summary>
    /// <exception cref="RegexMatchTimeoutException">The text is so long that even linear time is too much.</exception>
    public bool Holds(MailTexts mail)
    {
        var text = mail.Of(place, header);
        return Contains is { } part ? text.Contains(part, StringComparison.OrdinalIgnoreCase) : Pattern!.IsMatch(text);
    }

    /// <summary>What the groups of the pattern took; asked of a pattern that fits.</summary>
    public GroupCollection Groups(MailTexts mail) => Pattern!.Match(mail.Of(place, header)).Groups;
}
