using System.Buffers;

namespace HelpDesk.Email.Correlation;

/// <summary>Writes the wide forms of letters, digits and signs, which East Asian keyboards give, as the usual ones. Every character keeps its place.</summary>
internal static class FoldedText
{
    private const char FirstWide = '\uFF01';
    private const char LastWide = '\uFF5E';
    private const int WideOffset = FirstWide - '!';

    private static readonly SearchValues<char> WideSpaces = SearchValues.Create("\u00A0\u2007\u202F\u3000");

    // A range and a few characters are each looked for with the vectors of the machine; all of them together are not.
    public static string Of(string text) => text.AsSpan().ContainsAnyInRange(FirstWide, LastWide) || text.AsSpan().ContainsAny(WideSpaces)
        ? string.Create(text.Length, text, static (folded, text) =>
        {
            for (var i = 0; i < folded.Length; i++)
            {
                folded[i] = Fold(text[i]);
            }
        })
        : text;

    private static char Fold(char c) => c switch
    {
        >= FirstWide and <= LastWide => (char)(c - WideOffset),
        '\u00A0' or '\u2007' or '\u202F' or '\u3000' => ' ',
        _ => c,
    };
}
