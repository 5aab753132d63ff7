using System.Buffers;
using System.Net;
using HelpDesk.Email.Handlebars.Sources;

namespace HelpDesk.Email.Handlebars.Syntax;

/// <summary>Refuses HTML that runs, submits or loads styles: templates are mail, and mail is read in many programs.</summary>
internal sealed class HtmlAllowList
{
    // Stands for what a value will be; no name of HTML has it.
    private const char Value = '\uFFFC';

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:-");

    private readonly TemplatePart _part;
    private readonly string _html;

    private HtmlAllowList(TemplatePart part, IEnumerable<TemplateTag> tags)
    {
        _part = part;
        var html = part.Text.ToCharArray();
        foreach (var tag in tags)
        {
            html.AsSpan(tag.Start, tag.End - tag.Start).Fill(tag.Kind == TagKind.Value ? Value : ' ');
        }

        _html = new string(html);
    }

    /// <exception cref="HelpDesk.Email.Templates.TemplateException">Something stands there that may not.</exception>
    public static void Check(TemplatePart part, IEnumerable<TemplateTag> tags) => new HtmlAllowList(part, tags).Check();

    private void Check()
    {
        for (var i = 0; i < _html.Length && _html.IndexOf('<', i) is var open and >= 0;)
        {
            i = _html.AsSpan(open).StartsWith("<!--") ? Comment(open)
                : open + 1 < _html.Length && _html[open + 1] is '!' or '?' ? End(open)
                : open + 1 < _html.Length && (char.IsAsciiLetter(_html[open + 1]) || _html[open + 1] == '/') ? Element(open)
                : open + 1;
        }
    }

    // What a conditional comment holds is read by programs that know such comments: it is checked as all else is.
    private int Comment(int open)
    {
        var rest = _html.AsSpan(open + 4).TrimStart();
        if (rest.StartsWith("[if", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("<![endif"))
        {
            return End(open);
        }

        var end = _html.IndexOf("-->", open + 4, StringComparison.Ordinal);
        return end >= 0 ? end + 3 : throw _part.Refuse(open, "the comment is not closed.");
    }

    private int End(int open) => _html.IndexOf('>', open) is var end and >= 0 ? end + 1 : _html.Length;

    private int Element(int open)
    {
        var closes = _html[open + 1] == '/';
        var at = open + (closes ? 2 : 1);
        var length = _html.AsSpan(at).IndexOfAnyExcept(NameCharacters);
        var name = _html.Substring(at, length < 0 ? _html.Length - at : length);
        if (!HtmlVocabulary.Elements.Contains(name) && !HtmlVocabulary.Document.Contains(name))
        {
            throw _part.Refuse(open, $"the element '{name}' may not stand in a template.");
        }

        var end = HtmlAttributes.Read(_html, at + name.Length, (start, attribute, value) => Attribute(start, name, attribute, value));
        if (!closes && name.Equals("style", StringComparison.OrdinalIgnoreCase))
        {
            var close = _html.IndexOf("</style", end, StringComparison.OrdinalIgnoreCase);
            Style(end, _html[end..(close < 0 ? _html.Length : close)]);
            return close < 0 ? _html.Length : close;
        }

        return end;
    }

    private void Attribute(int start, string element, string name, string value)
    {
        if (name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
        {
            throw _part.Refuse(start, $"the attribute '{name}' would run a script.");
        }

        if (!HtmlVocabulary.Attributes.Contains(name)
            && !name.StartsWith("data-", StringComparison.OrdinalIgnoreCase)
            && !name.StartsWith("aria-", StringComparison.OrdinalIgnoreCase)
            && !name.StartsWith("xmlns:", StringComparison.OrdinalIgnoreCase))
        {
            throw _part.Refuse(start, $"the attribute '{name}' may not stand in a template.");
        }

        var plain = WebUtility.HtmlDecode(value);
        if (name.Equals("style", StringComparison.OrdinalIgnoreCase))
        {
            Style(start, plain);
        }
        else if ((name.Equals("href", StringComparison.OrdinalIgnoreCase) || name.Equals("src", StringComparison.OrdinalIgnoreCase)) && !IsSound(plain))
        {
            throw _part.Refuse(start, $"the address in '{name}' of '{element}' is none of http, https, mailto, tel or cid.");
        }
    }

    private void Style(int start, string style)
    {
        foreach (var loud in HtmlVocabulary.LoudStyles)
        {
            if (style.Contains(loud, StringComparison.OrdinalIgnoreCase))
            {
                throw _part.Refuse(start, $"a style with '{loud}' could load something or run.");
            }
        }
    }

    // What values make of an address is seen to where they are written.
    private static bool IsSound(string address)
    {
        var plain = string.Concat(address.Where(c => !char.IsControl(c) && !char.IsWhiteSpace(c)));
        return plain.Length == 0 || plain[0] is Value or '#'
            || (plain.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 && HtmlVocabulary.LinkSchemes.Contains(plain[..colon]));
    }
}
