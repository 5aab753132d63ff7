using System.Buffers;
using System.Text;

namespace HelpDesk.Email.Routing;

/// <summary>A value that a rule sets: words, and groups of its patterns in braces. Immutable.</summary>
internal sealed class ValueText
{
    private const int MaxLength = 200;
    private static readonly SearchValues<char> Names = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");
    private readonly string _text;

    private ValueText(string text, IReadOnlyList<string> groups)
    {
        _text = text;
        Groups = groups;
    }

    /// <summary>The groups that are asked for, in order.</summary>
    public IReadOnlyList<string> Groups { get; }

    public static ValueText Parse(string text)
    {
        var groups = new List<string>();
        Walk(text, _ => { }, groups.Add);
        return new ValueText(text, groups);
    }

    /// <summary>Words in which braces mean nothing.</summary>
    public static ValueText Literal(string text) => new(text, []);

    /// <summary>The value; <see langword="null"/> where nothing is left of it. At most 200 characters, on one line.</summary>
    public string? With(GroupValues values)
    {
        if (Groups.Count == 0)
        {
            return _text;
        }

        var made = new StringBuilder();
        Walk(_text, words => made.Append(words), name => made.Append(values.Of(name)));
        for (var i = 0; i < made.Length; i++)
        {
            if (char.IsControl(made[i]) || made[i] is '\u2028' or '\u2029')
            {
                made[i] = ' ';
            }
        }

        var value = made.ToString().Trim();
        value = value.Length > MaxLength ? value[..(char.IsHighSurrogate(value[MaxLength - 1]) ? MaxLength - 1 : MaxLength)] : value;
        return value.Length == 0 ? null : value;
    }

    // Braces with anything but a name between them are words.
    private static void Walk(string text, Action<string> onWords, Action<string> onGroup)
    {
        var from = 0;
        for (var open = text.IndexOf('{', StringComparison.Ordinal); open >= 0; open = text.IndexOf('{', open + 1))
        {
            var close = text.IndexOf('}', open);
            if (close > open + 1 && text.AsSpan(open + 1, close - open - 1).IndexOfAnyExcept(Names) < 0)
            {
                onWords(text[from..open]);
                onGroup(text[(open + 1)..close]);
                from = close + 1;
            }
        }

        onWords(text[from..]);
    }
}
