using HelpDesk.Email.Handlebars.Sources;

namespace HelpDesk.Email.Handlebars.Syntax;

/// <summary>Takes the inside of a tag apart.</summary>
internal static class TagWords
{
    public static List<string> Split(TemplatePart part, int tag, ReadOnlySpan<char> body)
    {
        var words = new List<string>();
        for (var i = 0; i < body.Length;)
        {
            var c = body[i];
            if (char.IsWhiteSpace(c))
            {
                i++;
                continue;
            }

            var length = c is '(' or ')' ? 1 : c is '"' or '\'' ? body[(i + 1)..].IndexOf(c) + 2 : WordLength(body[i..]);
            var word = body.Slice(i, length);
            if (word.ContainsAny("[]{}") && c is not ('"' or '\''))
            {
                throw part.Refuse(tag, "names are written without brackets and braces.");
            }

            words.Add(word.ToString());
            i += length;
        }

        return words;
    }

    private static int WordLength(ReadOnlySpan<char> rest)
    {
        var i = 0;
        while (i < rest.Length && !char.IsWhiteSpace(rest[i]) && rest[i] is not ('(' or ')'))
        {
            // name="two words" is one word
            i += rest[i] is '"' or '\'' && rest[(i + 1)..].IndexOf(rest[i]) is var end and >= 0 ? end + 2 : 1;
        }

        return i;
    }
}
