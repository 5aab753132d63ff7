using System.Collections.Frozen;
using HelpDesk.Email.Handlebars.Sources;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Handlebars.Syntax;

/// <summary>Finds names in braces that are no variables.</summary>
internal static class VariableNames
{
    private static readonly FrozenSet<string> Paths = TemplateVariables.All
        .SelectMany(variable => Prefixes(variable.Path.Replace("[]", string.Empty, StringComparison.Ordinal)))
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Roots = Paths.Where(path => !path.Contains('.', StringComparison.Ordinal)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a model has such a member at its top.</summary>
    public static bool IsRoot(string name) => Roots.Contains(name);

    /// <summary>The names outside of loops that no table knows. Within loops a name is one of an item, which only a model can tell.</summary>
    public static IEnumerable<UnknownName> Unknown(TemplatePart part, IEnumerable<TemplateTag> tags)
    {
        var blocks = new Stack<bool>();
        foreach (var tag in tags)
        {
            switch (tag.Kind)
            {
                case TagKind.Open or TagKind.Else or TagKind.Value when !blocks.Contains(true) && tag.Words is not [FunctionNames.Mask, ..]:
                    foreach (var name in tag.Words.Where((word, i) => IsUnknown(tag, word, i)))
                    {
                        var (line, column) = part.PlaceOf(tag.Start);
                        yield return new UnknownName(name, $"{{{{{name}}}}}", line, column, IsMask: false);
                    }

                    break;
            }

            if (tag.Kind == TagKind.Open)
            {
                blocks.Push(tag.Words[0] is "each" or "with");
            }
            else if (tag.Kind == TagKind.Close)
            {
                blocks.Pop();
            }
        }
    }

    private static bool IsUnknown(TemplateTag tag, string word, int index)
    {
        var isFunction = (index == 0 && (tag.Kind != TagKind.Value || tag.Words.Count > 1)) || (index > 0 && tag.Words[index - 1] == "(");
        return !isFunction
            && char.IsAsciiLetter(word[0])
            && word is not ("true" or "false" or "null" or "undefined" or "this" or "as")
            && !word.StartsWith("this.", StringComparison.Ordinal)
            && !word.StartsWith("host.", StringComparison.Ordinal)
            && !word.Contains('=', StringComparison.Ordinal)
            && !Paths.Contains(word.EndsWith(".length", StringComparison.Ordinal) ? word[..^".length".Length] : word);
    }

    private static IEnumerable<string> Prefixes(string path)
    {
        for (var dot = path.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = path.IndexOf('.', dot + 1))
        {
            yield return path[..dot];
        }

        yield return path;
    }
}
