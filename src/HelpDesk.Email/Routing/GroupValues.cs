using System.Globalization;
using System.Text.RegularExpressions;

namespace HelpDesk.Email.Routing;

/// <summary>What the groups of a rule's patterns took, by number counted through all of them, and by name.</summary>
internal sealed class GroupValues
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private int _number;

    /// <summary>The names and numbers that the groups of some patterns have.</summary>
    public static IReadOnlySet<string> NamesOf(IEnumerable<Regex> patterns)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var name in patterns.SelectMany(pattern => pattern.GetGroupNames().Skip(1)))
        {
            names.Add((++number).ToString(CultureInfo.InvariantCulture));
            names.Add(name);
        }

        // A name that is a number in its own pattern is none of the rule's.
        names.RemoveWhere(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > number);
        return names;
    }

    /// <summary>Adds the groups of the next pattern.</summary>
    public void Add(GroupCollection groups)
    {
        for (var i = 1; i < groups.Count; i++)
        {
            _number++;
            _values[_number.ToString(CultureInfo.InvariantCulture)] = groups[i].Value;
            if (!char.IsAsciiDigit(groups[i].Name[0]))
            {
                _values[groups[i].Name] = groups[i].Value;
            }
        }
    }

    /// <summary>What a group took; empty for one that took nothing.</summary>
    public string Of(string name) => _values.GetValueOrDefault(name, string.Empty);
}
