using System.Buffers;

namespace HelpDesk.Email.Html.Tokens;

/// <summary>The character classes of the HTML standard.</summary>
internal static class HtmlCharacters
{
    /// <summary>What ends a tag's name or an unquoted value.</summary>
    internal static readonly SearchValues<char> NameEnd = SearchValues.Create("\t\n\f\r />");

    internal static readonly SearchValues<char> AttributeNameEnd = SearchValues.Create("\t\n\f\r />=");

    internal static readonly SearchValues<char> UnquotedValueEnd = SearchValues.Create("\t\n\f\r >");

    internal static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\f' or '\r';

    internal static bool IsBlank(ReadOnlySpan<char> text) => text.IndexOfAnyExcept(" \t\n\f\r") < 0;

    internal static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text) => text.Trim(" \t\n\f\r");
}
