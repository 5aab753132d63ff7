using System.Buffers;
using System.Text;
using HandlebarsDotNet;

namespace HelpDesk.Email.Handlebars.Rendering;

/// <summary>Makes a value harmless as text and within a quoted attribute of HTML; characters that HTML can't hold are left out.</summary>
internal sealed class HtmlValueEncoder : ITextEncoder
{
    private static readonly SearchValues<char> Special = SearchValues.Create(
        "&<>\"'`=\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\u007F");

    public static void Encode(ReadOnlySpan<char> text, TextWriter target)
    {
        while (text.IndexOfAny(Special) is var at and >= 0)
        {
            target.Write(text[..at]);
            target.Write(text[at] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                '`' => "&#96;",
                '=' => "&#61;",
                _ => string.Empty,
            });
            text = text[(at + 1)..];
        }

        target.Write(text);
    }

    public void Encode(string? text, TextWriter target) => Encode(text.AsSpan(), target);

    public void Encode(StringBuilder? text, TextWriter target) => Encode(text?.ToString(), target);

    public void Encode<T>(T? text, TextWriter target)
        where T : IEnumerator<char>
    {
        var copy = new StringBuilder();
        while (text is not null && text.MoveNext())
        {
            copy.Append(text.Current);
        }

        Encode(copy, target);
    }
}
