using System.Buffers;
using HelpDesk.Email.Handlebars.Sources;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Handlebars.Syntax;

/// <summary>Finds masks in the text between the tags of a part, in one pass.</summary>
/// <remarks>
/// <c>#123</c>, <c>#fff</c>, <c>&amp;#39;</c> and <c>href="#top"</c> are none: a mask of this form has a letter in its name and
/// a sign at its end. What is a command of mails is words. A backslash in front makes any of them words.
/// </remarks>
internal sealed class MaskScanner
{
    private const int MaxLength = 200;

    private static readonly SearchValues<char> Signs = SearchValues.Create("#[\\");
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");
    private static readonly SearchValues<char> NotInNames = SearchValues.Create("\n<>{}&\"'[]");
    private static readonly SearchValues<char> DigitsAndLines = SearchValues.Create("0123456789_");
    private static readonly HashSet<string> Commands = new(StringComparer.OrdinalIgnoreCase) { "close", "tech", "unsub", "tickets" };

    private readonly string _text;
    private readonly bool _isWelcome;
    private readonly bool _isOwn;
    private readonly List<MaskUse> _masks = [];
    private readonly List<int> _escapes = [];

    private MaskScanner(TemplatePart part)
    {
        _text = part.Text;
        _isWelcome = part.Template.Equals(TemplateNames.ContactWelcome, StringComparison.OrdinalIgnoreCase);
        _isOwn = !TemplateNames.All.Contains(part.Template, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The masks in order, and the backslashes that keep something from being one.</summary>
    public static (IReadOnlyList<MaskUse> Masks, IReadOnlyList<int> Escapes) Scan(TemplatePart part, IReadOnlyList<TemplateTag> tags)
    {
        var scanner = new MaskScanner(part);
        var from = 0;
        foreach (var tag in tags)
        {
            scanner.ScanStretch(from, tag.Start);
            from = tag.End;
        }

        scanner.ScanStretch(from, part.Text.Length);
        return (scanner._masks, scanner._escapes);
    }

    private void ScanStretch(int from, int end)
    {
        for (var i = from; i < end && _text.AsSpan(i, end - i).IndexOfAny(Signs) is var next and >= 0;)
        {
            i += next;
            if (_text[i] == '\\')
            {
                var escaped = i + 1 < end && ReadMask(i + 1, end) is not null;
                if (escaped)
                {
                    _escapes.Add(i);
                }

                i += escaped ? 2 : 1;
            }
            else if (ReadMask(i, end) is { } mask)
            {
                _masks.Add(mask);
                i = mask.End;
            }
            else
            {
                i++;
            }
        }
    }

    private MaskUse? ReadMask(int start, int end)
    {
        var rest = _text.AsSpan(start, Math.Min(end - start, MaxLength));
        return rest.StartsWith("[%") ? ReadPercent(start, rest)
            : rest[0] != '#' || (start > 0 && _text[start - 1] == '&') ? null
            : _isWelcome ? ReadWelcome(start, rest, mayBeWords: false) ?? ReadHash(start, rest)
            : ReadHash(start, rest) ?? (_isOwn ? ReadWelcome(start, rest, mayBeWords: true) : null);
    }

    private static MaskUse? ReadPercent(int start, ReadOnlySpan<char> rest)
    {
        var close = rest.IndexOf("%]");
        if (close < 0)
        {
            return null;
        }

        var name = rest[2..close].Trim();
        var argument = SplitArgument(ref name);
        return name.IsEmpty || name.ContainsAny(NotInNames) ? null
            : new MaskUse(start, start + close + 2, name.ToString(), argument, MaskNames.Find(MaskForm.Percent, name.ToString()), MayBeWords: false);
    }

    private static MaskUse? ReadHash(int start, ReadOnlySpan<char> rest)
    {
        var length = rest[1..].IndexOfAnyExcept(NameCharacters);
        if (length <= 0 || !rest.Slice(1, length).ContainsAnyExcept(DigitsAndLines))
        {
            return null;
        }

        var name = rest.Slice(1, length).ToString();
        string? argument = null;
        var after = 1 + length;
        if (rest[after] == '(')
        {
            var close = rest[after..].IndexOf(")#");
            if (close < 0 || rest.Slice(after, close).ContainsAny("\n{}<>"))
            {
                return null;
            }

            argument = rest[(after + 1)..(after + close)].ToString();
            after += close + 1;
        }

        return rest[after] != '#' || Commands.Contains(name) ? null
            : new MaskUse(start, start + after + 1, name, argument, MaskNames.Find(MaskForm.Hash, name), MayBeWords: false);
    }

    private static MaskUse? ReadWelcome(int start, ReadOnlySpan<char> rest, bool mayBeWords)
    {
        var length = rest[1..].IndexOfAnyExcept(NameCharacters) is var found and >= 0 ? found : rest.Length - 1;
        var name = rest.Slice(1, length).ToString();
        if (length == 0 || MaskNames.Find(MaskForm.Welcome, name) is not { } mask)
        {
            return null;
        }

        // Who writes #username# as in the other templates means no second sign; #username#password are two masks.
        var after = 1 + length;
        var closed = after < rest.Length && rest[after] == '#' && (after + 1 == rest.Length || !char.IsAsciiLetter(rest[after + 1]));
        return new MaskUse(start, start + after + (closed ? 1 : 0), name, null, mask, mayBeWords);
    }

    private static string? SplitArgument(ref ReadOnlySpan<char> name)
    {
        var open = name.IndexOf('(');
        if (open < 0 || name[^1] != ')')
        {
            return null;
        }

        var argument = name[(open + 1)..^1].ToString();
        name = name[..open].TrimEnd();
        return argument;
    }
}
