using System.Globalization;
using System.Text;
using HelpDesk.Email.Mime.Encodings;

namespace HelpDesk.Email.Mime.Containers;

/// <summary>
/// Takes the text out of RTF, or, where RTF only wraps HTML (MS-OXRTFEX), the HTML. One pass; groups stand on a stack of fixed
/// depth.
/// </summary>
internal sealed class RtfText
{
    private const int MostGroups = 256;
    private readonly byte[] _rtf;
    private readonly StringBuilder _text = new();
    private readonly Stack<RtfGroup> _groups = new();
    private readonly List<byte> _pending = [];
    private Encoding _encoding = Charsets.Windows1252;
    private RtfGroup _group = new(false, false, 1);
    private int _toSkip;
    private int _tooDeep;

    private RtfText(byte[] rtf) => _rtf = rtf;

    /// <summary>Whether <see cref="Text"/> is HTML.</summary>
    public bool IsHtml { get; private set; }

    public string Text => _text.ToString();

    public static RtfText Read(byte[] rtf)
    {
        var document = new RtfText(rtf);
        document.Run();
        return document;
    }

    private void Run()
    {
        var i = 0;
        while (i < _rtf.Length)
        {
            var octet = _rtf[i];
            switch (octet)
            {
                case (byte)'{':
                    Open();
                    i++;
                    break;
                case (byte)'}':
                    Close();
                    i++;
                    break;
                case (byte)'\\':
                    i = Control(i + 1);
                    break;
                case (byte)'\r' or (byte)'\n':
                    i++;
                    break;
                default:
                    Put(octet);
                    i++;
                    break;
            }
        }

        Flush();
    }

    private void Open()
    {
        Flush();
        _toSkip = 0;
        if (_groups.Count < MostGroups)
            _groups.Push(_group);
        else
            _tooDeep++;
    }

    private void Close()
    {
        Flush();
        if (_tooDeep > 0)
            _tooDeep--;
        else if (_groups.Count > 0)
            _group = _groups.Pop();
    }

    private int Control(int i)
    {
        if (i >= _rtf.Length)
            return i;
        if (!char.IsAsciiLetter((char)_rtf[i]))
            return Symbol(i);
        var start = i;
        while (i < _rtf.Length && char.IsAsciiLetter((char)_rtf[i]) && i - start < 32)
            i++;
        var word = Encoding.ASCII.GetString(_rtf, start, i - start);
        start = i;
        if (i < _rtf.Length && _rtf[i] == '-')
            i++;
        while (i < _rtf.Length && char.IsAsciiDigit((char)_rtf[i]) && i - start < 11)
            i++;
        int? number = int.TryParse(Encoding.ASCII.GetString(_rtf, start, i - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
        if (i < _rtf.Length && _rtf[i] == ' ')
            i++;
        Word(word, number);
        return i;
    }

    private int Symbol(int i)
    {
        switch (_rtf[i])
        {
            case (byte)'\'' when i + 2 < _rtf.Length:
                if (byte.TryParse(Encoding.ASCII.GetString(_rtf, i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var octet))
                    Put(octet);
                return i + 3;
            case (byte)'*':
                _group = _group with { Starred = true };
                break;
            case (byte)'~':
                Append('\u00a0');
                break;
            case (byte)'\\' or (byte)'{' or (byte)'}':
                Put(_rtf[i]);
                break;
        }

        return i + 1;
    }

    private void Word(string word, int? number)
    {
        switch (word)
        {
            case "ansicpg" when number is { } page:
                _encoding = CodePagesEncodingProvider.Instance.GetEncoding(page) ?? _encoding;
                break;
            case "fromhtml":
                IsHtml = true;
                break;
            case "htmltag":
                _group = _group with { Hidden = false, Starred = false };
                break;
            case "htmlrtf":
                Flush();
                _group = _group with { Hidden = number != 0 };
                break;
            case "uc":
                _group = _group with { Skip = Math.Clamp(number ?? 1, 0, 16) };
                break;
            case "u" when number is { } code:
                Append((char)(ushort)code);
                _toSkip = _group.Skip;
                break;
            case "par" or "line" or "sect" or "page" or "row":
                Append('\n');
                break;
            case "tab" or "cell":
                Append('\t');
                break;
            case "fonttbl" or "colortbl" or "stylesheet" or "info" or "pict" or "object" or "themedata" or "listtable" or "generator":
                _group = _group with { Hidden = true };
                break;
            default:
                // What a starred group holds is for those who know its word.
                if (_group.Starred)
                    _group = _group with { Hidden = true };
                break;
        }

        _group = _group with { Starred = false };
    }

    private void Put(byte octet)
    {
        if (_toSkip > 0)
            _toSkip--;
        else if (!_group.Hidden)
            _pending.Add(octet);
    }

    private void Append(char c)
    {
        Flush();
        _toSkip = 0;
        if (!_group.Hidden)
            _text.Append(c);
    }

    private void Flush()
    {
        if (_pending.Count == 0)
            return;
        _text.Append(_encoding.GetString([.. _pending]));
        _pending.Clear();
    }
}
