using System.Buffers;
using System.Text;

namespace HelpDesk.Email.Protocols.Imap.Writing;

/// <summary>A command in the making: words, and strings in the form that they need.</summary>
/// <param name="verb">The command, for instance <c>UID FETCH</c>; it names the row of the table, the step, and begins the line.</param>
internal sealed class ImapCommand(string verb)
{
    private const int LongestQuoted = 1000;
    private static readonly SearchValues<char> InQuoted = SearchValues.Create(QuotableCharacters());
    private readonly List<ImapCommandPart> _parts = [new(verb, null, null)];

    /// <summary>The command.</summary>
    public string Verb { get; } = verb;

    /// <summary>The pieces, of which each but the last one ends in a literal.</summary>
    public IReadOnlyList<ImapCommandPart> Parts => _parts;

    /// <summary>Adds a space and words as they are.</summary>
    /// <param name="words">The words.</param>
    /// <param name="isSecret">Whether the log must not have them.</param>
    /// <exception cref="ArgumentException">They hold a line end.</exception>
    public ImapCommand Words(string words, bool isSecret = false)
    {
        if (words.AsSpan().ContainsAny("\r\n\0"))
        {
            // The words are not in the message: they may be a secret.
            throw new ArgumentException("A command is one line.", nameof(words));
        }

        Append(" " + words, isSecret ? " ***" : null);
        return this;
    }

    /// <summary>Adds a space and a string: quoted where it can be, else as a literal in UTF-8.</summary>
    /// <param name="text">The string.</param>
    /// <param name="isSecret">Whether the log must not have it.</param>
    /// <param name="isFirst">Whether it stands first in a list, where no space goes before it.</param>
    public ImapCommand String(string text, bool isSecret = false, bool isFirst = false)
    {
        var space = isFirst ? string.Empty : " ";
        if (text.Length <= LongestQuoted && !text.AsSpan().ContainsAnyExcept(InQuoted))
        {
            var quoted = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
            Append($"{space}\"{quoted}\"", isSecret ? space + "***" : null);
        }
        else
        {
            Append(space, null);
            _parts[^1] = _parts[^1] with { Literal = Encoding.UTF8.GetBytes(text) };
            _parts.Add(new(string.Empty, null, null));
        }

        return this;
    }

    /// <summary>Adds a list of names and values in parentheses.</summary>
    public ImapCommand Fields(IReadOnlyDictionary<string, string> fields)
    {
        Append(" (", null);
        var isFirst = true;
        foreach (var (name, value) in fields)
        {
            String(name, isFirst: isFirst).String(value);
            isFirst = false;
        }

        Append(")", null);
        return this;
    }

    private void Append(string text, string? logged)
    {
        var last = _parts[^1];
        _parts[^1] = last with { Text = last.Text + text, Logged = (last.Logged ?? last.Text) + (logged ?? text) };
    }

    private static string QuotableCharacters() => string.Create(0x7E - 0x20 + 1, 0, static (characters, _) =>
    {
        for (var i = 0; i < characters.Length; i++)
        {
            characters[i] = (char)(0x20 + i);
        }
    });
}
