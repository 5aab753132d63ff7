using System.Text;

namespace HelpDesk.Email.Handlebars.Syntax;

/// <summary>Follows the HTML of a template, stretch by stretch, well enough to say where a value would land.</summary>
internal sealed class HtmlCursor
{
    private readonly StringBuilder _name = new();
    private HtmlState _state = HtmlState.Text;
    private string _element = string.Empty;
    private string _attribute = string.Empty;
    private bool _isInLink;
    private bool _schemeIsFixed;
    private bool _commentHasDashes;

    public HtmlPlace Place => new(
        _state,
        _state is HtmlState.Text or HtmlState.Comment ? string.Empty : _element,
        IsQuoted || _state is HtmlState.Unquoted or HtmlState.BeforeValue ? _attribute : string.Empty,
        _isInLink,
        IsQuoted && _schemeIsFixed);

    private bool IsQuoted => _state is HtmlState.SingleQuoted or HtmlState.DoubleQuoted;

    public void Read(ReadOnlySpan<char> html)
    {
        for (var i = 0; i < html.Length; i++)
        {
            i += Step(html[i], html[(i + 1)..]);
        }
    }

    /// <summary>A value was written here: what comes behind it in an address is no longer its start.</summary>
    public void PassValue() => _schemeIsFixed |= IsQuoted;

    // Gives how many characters more than this one were read.
    private int Step(char c, ReadOnlySpan<char> rest)
    {
        switch (_state)
        {
            case HtmlState.Text when c == '<':
                return OpenAngle(rest);
            case HtmlState.Comment when _commentHasDashes && c == '-' && rest.StartsWith("->"):
                _state = HtmlState.Text;
                return 2;
            case HtmlState.Comment when !_commentHasDashes && c == '>':
                _state = HtmlState.Text;
                return 0;
            case HtmlState.RawText when c == '<' && rest.StartsWith("/" + _element, StringComparison.OrdinalIgnoreCase):
                _state = HtmlState.AttributeName;
                _element = "/" + _element;
                return _element.Length;
            case HtmlState.ElementName or HtmlState.AttributeName or HtmlState.BeforeValue or HtmlState.Unquoted:
                InElement(c);
                return 0;
            case HtmlState.SingleQuoted when c == '\'':
            case HtmlState.DoubleQuoted when c == '"':
                StartAttribute();
                return 0;
            case HtmlState.SingleQuoted or HtmlState.DoubleQuoted:
                _schemeIsFixed |= c is ':' or '/' or '?' or '#';
                return 0;
            default:
                return 0;
        }
    }

    private int OpenAngle(ReadOnlySpan<char> rest)
    {
        // A tag of the template follows at once: what it writes would name the element.
        if (rest.IsEmpty)
        {
            _state = HtmlState.ElementName;
            _name.Clear();
            return 0;
        }

        if (!char.IsAsciiLetter(rest[0]) && rest[0] is not ('/' or '!' or '?'))
        {
            return 0;
        }

        _commentHasDashes = rest.StartsWith("!--");
        _state = rest[0] is '!' or '?' ? HtmlState.Comment : HtmlState.ElementName;
        _name.Clear();
        return _commentHasDashes ? 3 : 0;
    }

    private void InElement(char c)
    {
        if (c == '>')
        {
            EndName();
            _state = _element is "script" or "style" ? HtmlState.RawText : HtmlState.Text;
        }
        else if (_state == HtmlState.BeforeValue && !char.IsWhiteSpace(c))
        {
            _schemeIsFixed = false;
            _state = c == '"' ? HtmlState.DoubleQuoted : c == '\'' ? HtmlState.SingleQuoted : HtmlState.Unquoted;
        }
        else if (char.IsWhiteSpace(c) || (c == '/' && _name.Length > 0 && _state != HtmlState.Unquoted))
        {
            EndName();
        }
        else if (c == '=' && _state == HtmlState.AttributeName)
        {
            EndName();
            _state = HtmlState.BeforeValue;
        }
        else if (_state != HtmlState.Unquoted)
        {
            if (_state == HtmlState.AttributeName && _name.Length == 0)
            {
                _attribute = string.Empty;
            }

            _name.Append(char.ToLowerInvariant(c));
        }
    }

    private void EndName()
    {
        if (_state == HtmlState.ElementName)
        {
            _element = _name.ToString();
            _isInLink = _element == "a" || (_isInLink && _element != "/a");
            StartAttribute();
        }
        else if (_state == HtmlState.AttributeName && _name.Length > 0)
        {
            _attribute = _name.ToString();
            _name.Clear();
        }
        else if (_state == HtmlState.Unquoted)
        {
            StartAttribute();
        }
    }

    private void StartAttribute()
    {
        _state = HtmlState.AttributeName;
        _attribute = string.Empty;
        _name.Clear();
    }
}
