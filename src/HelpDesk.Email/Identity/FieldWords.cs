using System.Text;

namespace HelpDesk.Email.Identity;

/// <summary>Takes a structured header field apart: words, and the signs between them. Linear.</summary>
/// <remarks>
/// Comments are left out; they nest (RFC 5322 section 3.2.2) and may hold anything. A quoted string is part of the word that it
/// stands in, whatever is in it: without that a sender could write a result of his own into, say, a quoted envelope address.
/// </remarks>
internal static class FieldWords
{
    /// <summary>The words of the field; <c>;</c> and <c>=</c> outside of quotes are words of their own.</summary>
    public static List<FieldWord> Read(string value)
    {
        var words = new List<FieldWord>();
        var word = new StringBuilder();
        var isOpen = false;
        for (var i = 0; i < value.Length; i++)
        {
            switch (value[i])
            {
                case '(':
                    End();
                    i = EndOfComment(value, i);
                    break;
                case '"':
                    isOpen = true;
                    i = AppendQuoted(value, i, word);
                    break;
                case ';' or '=':
                    End();
                    words.Add(new FieldWord(value[i].ToString(), IsSign: true));
                    break;
                case var c when char.IsWhiteSpace(c):
                    End();
                    break;
                case var c:
                    isOpen = true;
                    word.Append(c);
                    break;
            }
        }

        End();
        return words;

        void End()
        {
            if (isOpen)
            {
                words.Add(new FieldWord(word.ToString(), IsSign: false));
                word.Clear();
                isOpen = false;
            }
        }
    }

    private static int EndOfComment(string value, int start)
    {
        var depth = 0;
        for (var i = start; i < value.Length; i++)
        {
            switch (value[i])
            {
                case '\\':
                    i++;
                    break;
                case '(':
                    depth++;
                    break;
                case ')' when --depth == 0:
                    return i;
            }
        }

        return value.Length;
    }

    private static int AppendQuoted(string value, int start, StringBuilder word)
    {
        for (var i = start + 1; i < value.Length; i++)
        {
            switch (value[i])
            {
                case '"':
                    return i;
                case '\\' when i + 1 < value.Length:
                    word.Append(value[++i]);
                    break;
                case var c:
                    word.Append(c);
                    break;
            }
        }

        return value.Length;
    }
}
