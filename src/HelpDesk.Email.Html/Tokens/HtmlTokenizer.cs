namespace HelpDesk.Email.Html.Tokens;

/// <summary>
/// Cuts HTML into tokens as the standard does (WHATWG HTML, section 13.2.5), over the source text and without
/// copying it. Every character is looked at a bounded number of times, whatever the input. Character references
/// are left to <see cref="CharacterReference"/>, for most text has none.
/// </summary>
/// <remarks>
/// Which elements hold raw text depends on where they stand, so the reader of the tokens says so, by
/// <see cref="EnterRawText"/>.
/// </remarks>
internal ref struct HtmlTokenizer
{
    private readonly ReadOnlySpan<char> _html;
    private AttributeList _attributes = new();
    private int _position;
    private RawText _raw;
    private ElementId _rawElement;

    internal HtmlTokenizer(ReadOnlySpan<char> html) => _html = html;

    internal readonly ReadOnlySpan<char> Source => _html;

    internal HtmlTokenKind Kind { get; private set; }

    /// <summary>Where the token begins in the source.</summary>
    internal int Start { get; private set; }

    /// <summary>Where the next token begins.</summary>
    internal readonly int End => _position;

    internal ElementId Element { get; private set; }

    /// <summary>True for a tag written <c>&lt;x/&gt;</c>; it means something only in foreign content.</summary>
    internal bool IsSelfClosing { get; private set; }

    /// <summary>True for text in which character references mean nothing.</summary>
    internal bool IsRaw { get; private set; }

    /// <summary>Whether CDATA sections are read as text: in SVG and MathML they are.</summary>
    internal bool AllowsCData { get; set; }

    internal int TextStart { get; private set; }

    internal int TextEnd { get; private set; }

    /// <summary>The text of a text token, undecoded.</summary>
    internal readonly ReadOnlySpan<char> Text => _html[TextStart..TextEnd];

    internal readonly ReadOnlySpan<HtmlAttribute> Attributes => _attributes.Items;

    internal readonly ReadOnlySpan<char> NameOf(in HtmlAttribute attribute) => _html.Slice(attribute.NameStart, attribute.NameLength);

    internal readonly ReadOnlySpan<char> ValueOf(in HtmlAttribute attribute) => _html.Slice(attribute.ValueStart, attribute.ValueLength);

    /// <summary>The undecoded value of the first attribute of that name.</summary>
    internal readonly bool TryGetAttribute(scoped ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        foreach (ref readonly var attribute in Attributes)
        {
            if (attribute.NameLength != name.Length || !NameOf(attribute).Equals(name, StringComparison.OrdinalIgnoreCase)) continue;
            value = ValueOf(attribute);
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>Says that what follows the start tag just read is raw text of that element.</summary>
    internal void EnterRawText(RawText mode)
    {
        _raw = mode;
        _rawElement = Element;
    }

    /// <summary>Leaves out all before <paramref name="position"/>.</summary>
    internal void SkipTo(int position) => _position = position;

    /// <summary>Goes on to the next token.</summary>
    /// <returns>False at the end of the source.</returns>
    internal bool Read()
    {
        while (_position < _html.Length)
        {
            Start = _position;
            if (_raw != RawText.None)
            {
                if (ReadRawText()) return true;
                continue;
            }

            if (_html[_position] != '<' || !ReadMarkup(out var found))
            {
                ReadText();
                return true;
            }

            if (found) return true;
        }

        return false;
    }

    private bool ReadRawText()
    {
        var end = RawTextScanner.FindEnd(_html, _position, _raw, _rawElement);
        IsRaw = _raw != RawText.WithReferences;
        _raw = RawText.None;
        if (end == _position) return false;
        SetText(_position, end);
        return true;
    }

    private void ReadText()
    {
        IsRaw = false;
        var at = _position;
        while (true)
        {
            // The first character is text already: either it is no '<' or the '<' opens nothing.
            var next = _html[(at + 1)..].IndexOf('<');
            if (next < 0)
            {
                SetText(_position, _html.Length);
                return;
            }

            at += 1 + next;
            if (at + 1 < _html.Length && OpensMarkup(_html[at + 1]))
            {
                SetText(_position, at);
                return;
            }
        }
    }

    private void SetText(int start, int end)
    {
        Kind = HtmlTokenKind.Text;
        TextStart = start;
        TextEnd = end;
        _position = end;
    }

    private static bool OpensMarkup(char c) => char.IsAsciiLetter(c) || c is '/' or '!' or '?';

    /// <summary>Reads what begins with a '&lt;', if it is markup at all.</summary>
    /// <param name="found">False if the markup gives no token, as <c>&lt;/&gt;</c> or a tag cut off by the end.</param>
    private bool ReadMarkup(out bool found)
    {
        found = false;
        if (_position + 1 >= _html.Length) return false;
        var c = _html[_position + 1];
        if (char.IsAsciiLetter(c))
        {
            found = ReadTag(_position + 1, HtmlTokenKind.StartTag);
            return true;
        }

        switch (c)
        {
            case '/':
                if (_position + 2 >= _html.Length) return false;
                c = _html[_position + 2];
                if (char.IsAsciiLetter(c))
                    found = ReadTag(_position + 2, HtmlTokenKind.EndTag);
                else if (c == '>')
                    _position += 3;
                else
                    found = SetMarkup(HtmlTokenKind.Comment, CommentScanner.BogusEnd(_html, _position + 2));
                return true;
            case '?':
                found = SetMarkup(HtmlTokenKind.Comment, CommentScanner.BogusEnd(_html, _position + 1));
                return true;
            case '!':
                found = ReadDeclaration();
                return true;
            default:
                return false;
        }
    }

    private bool ReadDeclaration()
    {
        var rest = _html[(_position + 2)..];
        if (rest.StartsWith("--"))
            return SetMarkup(HtmlTokenKind.Comment, CommentScanner.End(_html, _position + 4));
        if (rest.StartsWith("doctype", StringComparison.OrdinalIgnoreCase))
            return SetMarkup(HtmlTokenKind.Doctype, CommentScanner.DoctypeEnd(_html, _position + 9));
        if (!AllowsCData || !rest.StartsWith("[CDATA["))
            return SetMarkup(HtmlTokenKind.Comment, CommentScanner.BogusEnd(_html, _position + 2));

        var text = _position + 9;
        var end = _html[text..].IndexOf("]]>");
        IsRaw = true;
        SetText(text, end < 0 ? _html.Length : text + end);
        _position = end < 0 ? _html.Length : text + end + 3;
        return true;
    }

    private bool SetMarkup(HtmlTokenKind kind, int end)
    {
        Kind = kind;
        _position = end;
        return true;
    }

    private bool ReadTag(int nameStart, HtmlTokenKind kind)
    {
        var length = _html[nameStart..].IndexOfAny(HtmlCharacters.NameEnd);
        _attributes.Clear();
        IsSelfClosing = false;
        if (length < 0)
        {
            _position = _html.Length;
            return false;
        }

        Kind = kind;
        Element = ElementNames.Find(_html.Slice(nameStart, length));
        var at = nameStart + length;
        while (AttributeScanner.SkipToName(_html, ref at))
        {
            if (!AttributeScanner.Read(_html, ref at, out var attribute)) break;
            _attributes.Add(attribute);
        }

        if (at >= _html.Length)
        {
            // A tag that the end of the source cuts off is no tag.
            _position = _html.Length;
            return false;
        }

        IsSelfClosing = _html[at - 1] == '/' && at - 1 >= nameStart + length && !_attributes.LastValueHolds(at - 1);
        _position = at + 1;
        return true;
    }
}
