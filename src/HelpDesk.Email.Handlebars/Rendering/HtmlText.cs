using System.Buffers;
using System.Net;
using System.Text;

namespace HelpDesk.Email.Handlebars.Rendering;

/// <summary>Makes the plain text of a template that has HTML alone: in one pass, for HTML that a template wrote.</summary>
internal sealed class HtmlText
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "table", "tr", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre", "section", "article", "header", "footer", "main", "center", "hr",
        "h1", "h2", "h3", "h4", "h5", "h6",
    };

    private static readonly HashSet<string> Apart = new(StringComparer.OrdinalIgnoreCase) { "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "table", "pre" };

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>");

    private readonly StringBuilder _text = new();
    private int _breaks;
    private bool _space;
    private string? _link;
    private int _linkStart;

    private HtmlText()
    {
    }

    public static string Of(string html)
    {
        var writer = new HtmlText();
        var rest = html.AsSpan();
        while (!rest.IsEmpty)
        {
            var open = rest.IndexOf('<');
            writer.Words(open < 0 ? rest : rest[..open]);
            rest = open < 0 ? [] : writer.Tag(rest[open..]);
        }

        return writer._text.ToString();
    }

    private ReadOnlySpan<char> Tag(ReadOnlySpan<char> rest)
    {
        var end = rest.StartsWith("<!--") ? rest.IndexOf("-->") + 2 : EndOfTag(rest);
        if (end <= 1)
        {
            return [];
        }

        var closes = rest[1] == '/';
        var inner = rest[(closes ? 2 : 1)..end];
        var length = inner.IndexOfAny(NameEnds);
        var name = (length < 0 ? inner : inner[..length]).ToString();
        var after = rest[(end + 1)..];
        switch (name.ToLowerInvariant())
        {
            case "style" or "title" when !closes && after.IndexOf("</") is var close and >= 0:
                return after[close..];
            case "br":
                _breaks = Math.Max(_breaks, 0) + 1;
                break;
            case "a" when closes:
                EndLink();
                break;
            case "a":
                _link = Href(inner);
                _linkStart = -1;
                break;
            case "li" when !closes:
                Break(1);
                Words("-");
                _space = true;
                break;
            case "td" or "th":
                _space = true;
                break;
            default:
                Break(Blocks.Contains(name) ? (Apart.Contains(name) ? 2 : 1) : 0);
                break;
        }

        return after;
    }

    // An angle within quotes is none.
    private static int EndOfTag(ReadOnlySpan<char> rest)
    {
        var quote = '\0';
        for (var i = 1; i < rest.Length; i++)
        {
            quote = quote == '\0' ? (rest[i] is '"' or '\'' ? rest[i] : quote) : rest[i] == quote ? '\0' : quote;
            if (rest[i] == '>' && quote == '\0')
            {
                return i;
            }
        }

        return -1;
    }

    private static string? Href(ReadOnlySpan<char> inner)
    {
        var at = inner.IndexOf("href=\"", StringComparison.OrdinalIgnoreCase);
        var value = at < 0 ? [] : inner[(at + 6)..];
        return value.IndexOf('"') is var end and > 0 ? WebUtility.HtmlDecode(value[..end].ToString()) : null;
    }

    private void Break(int lines) => _breaks = Math.Max(_breaks, lines);

    private void Words(ReadOnlySpan<char> html)
    {
        foreach (var c in html.Contains('&') ? WebUtility.HtmlDecode(html.ToString()) : html)
        {
            if (char.IsWhiteSpace(c))
            {
                _space = true;
                continue;
            }

            if (_breaks > 0)
            {
                _text.Append('\n', _text.Length == 0 ? 0 : Math.Min(_breaks, 2));
            }
            else if (_space && _text.Length > 0)
            {
                _text.Append(' ');
            }

            _breaks = 0;
            _space = false;
            _linkStart = _linkStart < 0 ? _text.Length : _linkStart;
            _text.Append(c);
        }
    }

    private void EndLink()
    {
        if (_link is { } link && _linkStart >= 0 && _text.ToString(_linkStart, _text.Length - _linkStart) is var words)
        {
            var isSame = words.Trim().TrimEnd('/').Equals(link.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
            _text.Append(isSame ? string.Empty : $" ({link})");
        }

        _link = null;
    }
}
