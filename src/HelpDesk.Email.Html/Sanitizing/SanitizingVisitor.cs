using HelpDesk.Email.Html.Nesting;
using HelpDesk.Email.Html.Tokens;

namespace HelpDesk.Email.Html.Sanitizing;

/// <summary>Writes the elements it is told of, with those of their attributes that are harmless.</summary>
internal ref struct SanitizingVisitor(int capacity, ImageRules images) : INodeVisitor, IDisposable
{
    private readonly ImageRules _images = images;
    private MarkupWriter _out = new(capacity);

    public static bool SeesUnknown => false;

    public readonly void At(int start, int end, ElementId? ended)
    {
    }

    public bool Enter(scoped ref HtmlTokenizer tokens, scoped ref OpenElement element)
    {
        element.TagStart = _out.Length;
        _out.StartTag(NameOf(element.Id));
        var attributes = _out.Length;
        var isWanted = element.Id != ElementId.A || LinkWriter.Write(ref tokens, ref _out);
        if (isWanted) AttributeWriter.Write(ref tokens, element.Id, ref _out);

        // A body is written as a box, if there is anything in its tag that a box can have.
        if (element.Id == ElementId.Body) isWanted = _out.Length > attributes;
        if (!isWanted)
        {
            _out.TakeBackTag(element.TagStart);
            return false;
        }

        _out.EndStartTag(element.Id == ElementId.Pre);
        element.TagLength = _out.Length - element.TagStart;
        return true;
    }

    public void EnterImplied(scoped ref OpenElement element)
    {
        element.TagStart = _out.Length;
        _out.StartTag(NameOf(element.Id));
        _out.EndStartTag();
        element.TagLength = _out.Length - element.TagStart;
    }

    public bool Reopen(scoped ref OpenElement element)
    {
        _out.Repeat(element.TagStart, element.TagLength, element.Id == ElementId.Pre);
        return true;
    }

    public void Leave(scoped in OpenElement element) => _out.EndTag(NameOf(element.Id));

    public void Void(scoped ref HtmlTokenizer tokens, ElementId element)
    {
        var start = _out.Length;
        _out.StartTag(ElementNames.NameOf(element));
        var isSeen = true;
        AttributeWriter.Write(ref tokens, element, ref _out);
        if (element == ElementId.Img) isSeen = ImageWriter.Write(ref tokens, _images, ref _out);
        if (isSeen) _out.EndStartTag();
        else _out.TakeBackTag(start);
    }

    public void Text(scoped ref HtmlTokenizer tokens, scoped ReadOnlySpan<char> text, bool isRaw) => _out.SourceText(text, isRaw);

    public void Dispose() => _out.Dispose();

    internal readonly string Finish() => _out.ToString();

    // The body's colours go on, on an element that may stand anywhere.
    private static string NameOf(ElementId element) => ElementNames.NameOf(element == ElementId.Body ? ElementId.Div : element);
}
