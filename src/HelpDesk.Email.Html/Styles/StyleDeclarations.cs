using System.Buffers;

namespace HelpDesk.Email.Html.Styles;

/// <summary>Goes over the declarations of a style attribute's decoded value (CSS Syntax, section 5.4.4).</summary>
internal ref struct StyleDeclarations(ReadOnlySpan<char> style)
{
    private static readonly SearchValues<char> Notable = SearchValues.Create(";:\"'()/\\");

    private ReadOnlySpan<char> _rest = style;

    /// <summary>The property as it stands, without white space around it.</summary>
    internal ReadOnlySpan<char> Name { get; private set; }

    /// <summary>The value as it stands, without white space around it.</summary>
    internal ReadOnlySpan<char> Value { get; private set; }

    /// <summary>Goes on to the next declaration that has a name and a colon.</summary>
    internal bool Read()
    {
        while (_rest.Length > 0)
        {
            var end = FindEnd(_rest, out var colon);
            var declaration = _rest[..end];
            _rest = _rest[Math.Min(end + 1, _rest.Length)..];
            if (colon <= 0) continue;
            Name = declaration[..colon].Trim();
            Value = declaration[(colon + 1)..].Trim();
            if (Name.Length > 0) return true;
        }

        return false;
    }

    private static int FindEnd(ReadOnlySpan<char> rest, out int colon)
    {
        colon = -1;
        var depth = 0;
        var at = 0;
        while (true)
        {
            var next = rest[at..].IndexOfAny(Notable);
            if (next < 0) return rest.Length;
            at += next;
            switch (rest[at])
            {
                case ';' when depth == 0:
                    return at;
                case ':' when colon < 0:
                    colon = at;
                    break;
                case '(':
                    depth++;
                    break;
                case ')':
                    depth = Math.Max(0, depth - 1);
                    break;
                case '\\':
                    at++;
                    break;
                case '"' or '\'':
                    at = SkipString(rest, at);
                    break;
                case '/' when at + 1 < rest.Length && rest[at + 1] == '*':
                    var close = rest[(at + 2)..].IndexOf("*/");
                    if (close < 0) return rest.Length;
                    at += close + 3;
                    break;
            }

            if (++at >= rest.Length) return rest.Length;
        }
    }

    // A line end within a string ends it, and so does the end of the value.
    private static int SkipString(ReadOnlySpan<char> rest, int quote)
    {
        for (var at = quote + 1; at < rest.Length; at++)
        {
            if (rest[at] == '\\') at++;
            else if (rest[at] == rest[quote] || rest[at] == '\n') return at;
        }

        return rest.Length;
    }
}
