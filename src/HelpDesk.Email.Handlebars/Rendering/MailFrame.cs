using System.Collections.Concurrent;
using HelpDesk.Email.Handlebars.Sources;
using HelpDesk.Email.Handlebars.Syntax;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Handlebars.Rendering;

/// <summary>What stands around the HTML of every mail: ours, or the master of an administrator.</summary>
internal sealed class MailFrame
{
    /// <summary>Where the content goes.</summary>
    public const string Content = "{{content}}";

    private const string Language = "{{language}}";

    /// <summary>No frame.</summary>
    public static readonly MailFrame None = new(string.Empty, string.Empty, isOwn: true);

    // What stands before the content, by the languages that templates have: there are few.
    private readonly ConcurrentDictionary<string, string> _beforeByLanguage = new(StringComparer.Ordinal);
    private readonly string _before;
    private readonly string _after;
    private readonly bool _isOwn;

    private MailFrame(string before, string after, bool isOwn)
    {
        _before = before;
        _after = after;
        _isOwn = isOwn;
    }

    /// <summary>The frame that comes with this package.</summary>
    public static MailFrame BuiltIn { get; } = Split(EmbeddedTemplates.Frame, isOwn: true);

    /// <summary>Reads a master.</summary>
    /// <exception cref="TemplateException">The place for the content is missing or there twice, or something stands there that may not.</exception>
    public static MailFrame Read(TemplatePart master)
    {
        var tags = TagScanner.Scan(master);
        var first = true;
        foreach (var tag in tags.Where(tag => tag.Kind != TagKind.Comment))
        {
            if (tag is not { Kind: TagKind.Value, Unencoded: false, Words: ["content"] })
            {
                throw master.Refuse(tag.Start, $"a master template takes no variables; all it has is one {Content}.");
            }

            if (!first)
            {
                throw master.Refuse(tag.Start, $"{Content} stands there twice.");
            }

            first = false;
        }

        if (first)
        {
            throw master.Refuse(master.Text.Length, $"there is no {Content}: the place where each mail's own HTML goes.");
        }

        if (MaskScanner.Scan(master, tags).Masks.FirstOrDefault(mask => mask.Mask is not null) is { } mask)
        {
            throw master.Refuse(mask.Start, $"a master template takes no variables; all it has is one {Content}.");
        }

        HtmlAllowList.Check(master, tags);
        if (HtmlPlaces.Check(master, tags).Any(place => place.Value.State != HtmlState.Text))
        {
            throw master.Refuse(tags.First(tag => tag.Kind == TagKind.Value).Start, $"{Content} stands between elements, not within one.");
        }

        var text = new System.Text.StringBuilder(master.Text);
        foreach (var comment in tags.Where(tag => tag.Kind == TagKind.Comment).Reverse())
        {
            text.Remove(comment.Start, comment.End - comment.Start);
        }

        var value = tags.First(tag => tag.Kind == TagKind.Value);
        return Split(text.ToString().Replace(master.Text[value.Start..value.End], Content, StringComparison.Ordinal), isOwn: false);
    }

    /// <summary>The whole HTML of a mail.</summary>
    public string Around(ReadOnlySpan<char> html, string language)
    {
        // Who wrote a whole document meant it so; a master takes what stands in its body.
        var start = html.TrimStart();
        if (start.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
        {
            if (_isOwn)
            {
                return html.ToString();
            }

            html = BodyOf(html);
        }

        var before = _beforeByLanguage.GetOrAdd(language, static (key, text) => text.Replace(Language, key.Length == 0 ? "en" : key, StringComparison.Ordinal), _before);
        return string.Concat(before, html, _after);
    }

    private static ReadOnlySpan<char> BodyOf(ReadOnlySpan<char> html)
    {
        var open = html.IndexOf("<body", StringComparison.OrdinalIgnoreCase);
        var length = open < 0 ? -1 : html[open..].IndexOf('>');
        var start = open + length;
        var end = html.LastIndexOf("</body", StringComparison.OrdinalIgnoreCase);
        return length < 0 ? html : end > start ? html[(start + 1)..end] : html[(start + 1)..];
    }

    private static MailFrame Split(string text, bool isOwn)
    {
        var at = text.IndexOf(Content, StringComparison.Ordinal);
        return new MailFrame(text[..at], text[(at + Content.Length)..], isOwn);
    }
}
