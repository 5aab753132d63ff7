using HelpDesk.Email.Handlebars.Sources;

namespace HelpDesk.Email.Handlebars.Syntax;

/// <summary>Finds the tags of a part, in one pass.</summary>
/// <remarks>
/// Takes the same places for tags as Handlebars.Net does, and refuses what Handlebars.Net would accept and nobody
/// should write: what is allowed here is the whole language of our templates.
/// </remarks>
internal static class TagScanner
{
    public static List<TemplateTag> Scan(TemplatePart part)
    {
        var tags = new List<TemplateTag>();
        var text = part.Text;
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == '\\' && i + 1 < text.Length)
            {
                // Two backslashes are one; one before two braces makes them text.
                i += text[i + 1] == '\\' ? 2 : text.AsSpan(i + 1).StartsWith("{{") ? 3 : 1;
            }
            else if (text[i] == '{' && i + 1 < text.Length && text[i + 1] == '{')
            {
                var tag = ReadTag(part, i);
                tags.Add(tag);
                i = tag.End;
            }
            else
            {
                i++;
            }
        }

        return tags;
    }

    private static TemplateTag ReadTag(TemplatePart part, int start)
    {
        var text = part.Text;
        var braces = text.AsSpan(start).IndexOfAnyExcept('{') is var run and >= 0 ? run : text.Length - start;
        if (braces > 3)
        {
            throw part.Refuse(start, "a tag has two or three braces.");
        }

        var inner = start + braces;
        if (inner < text.Length && text[inner] == '~')
        {
            inner++;
        }

        if (inner < text.Length && text[inner] == '!')
        {
            return ReadComment(part, start, inner);
        }

        var close = FindClose(part, start, inner);
        var after = text.AsSpan(close).IndexOfAnyExcept('}') is var closing and >= 0 ? closing : text.Length - close;
        if (after != braces)
        {
            throw part.Refuse(start, $"the tag is opened with {braces} braces and closed with {after}.");
        }

        var body = text.AsSpan(inner, close - inner).TrimEnd('~').Trim();
        var kind = Classify(part, start, ref body);
        return new TemplateTag(start, close + braces, kind, braces == 3, TagWords.Split(part, start, body));
    }

    private static TemplateTag ReadComment(TemplatePart part, int start, int inner)
    {
        var rest = part.Text.AsSpan(inner);
        var dashed = rest.StartsWith("!--");
        var end = dashed ? rest.IndexOf("--}}") : rest.IndexOf("}}");
        return end >= 0
            ? new TemplateTag(start, inner + end + (dashed ? 4 : 2), TagKind.Comment, Unencoded: false, [])
            : throw part.Refuse(start, "the comment is not closed.");
    }

    private static int FindClose(TemplatePart part, int start, int inner)
    {
        var text = part.Text;
        var quote = '\0';
        for (var i = inner; i < text.Length; i++)
        {
            var c = text[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c == '{')
            {
                break;
            }
            else if (c == '}' && i + 1 < text.Length && text[i + 1] == '}')
            {
                return i;
            }
        }

        throw part.Refuse(start, quote == '\0' ? "the tag is not closed." : $"the tag is not closed: the text that starts with {quote} does not end.");
    }

    private static TagKind Classify(TemplatePart part, int start, ref ReadOnlySpan<char> body)
    {
        if (body.IsEmpty)
        {
            throw part.Refuse(start, "the tag is empty.");
        }

        if (body is "else" or "^" || body.StartsWith("else "))
        {
            body = body is "^" ? [] : body["else".Length..].Trim();
            return TagKind.Else;
        }

        var kind = body[0] switch
        {
            '#' => TagKind.Open,
            '^' => throw part.Refuse(start, "a block that shows what is absent is written with {{#unless name}}."),
            '/' => TagKind.Close,
            '>' => throw part.Refuse(start, "templates can't include each other."),
            '&' => throw part.Refuse(start, "values are written with {{name}}."),
            '*' => throw part.Refuse(start, "decorators are not supported."),
            _ => TagKind.Value,
        };
        body = kind == TagKind.Value ? body : body[1..].Trim();
        return !body.IsEmpty && body[0] is not ('>' or '*')
            ? kind
            : throw part.Refuse(start, body.IsEmpty ? "the block has no name." : "templates can't include each other, and decorators are not supported.");
    }
}
