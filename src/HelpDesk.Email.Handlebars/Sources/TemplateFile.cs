using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Handlebars.Sources;

/// <summary>Takes a template file apart.</summary>
/// <remarks>
/// A file holds all parts of a template in one language, so it is replaced as a whole. A part starts behind a line that
/// is <c>{{!-- subject --}}</c>, <c>{{!-- text --}}</c> or <c>{{!-- html --}}</c>: comments of Handlebars, so any editor
/// that knows the language shows the file well. The name is <c>name.hbs</c>, or <c>name.culture.hbs</c> for a language.
/// </remarks>
internal static class TemplateFile
{
    public const string Extension = ".hbs";

    /// <summary>Reads a file.</summary>
    /// <exception cref="TemplateException">Something stands before the first part, or a part is there twice.</exception>
    public static TemplateSource Read(string fileName, string content)
    {
        var stem = fileName.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) ? fileName[..^Extension.Length] : fileName;
        var dot = stem.IndexOf('.', StringComparison.Ordinal);
        var name = dot < 0 ? stem : stem[..dot];
        var language = dot < 0 ? string.Empty : stem[(dot + 1)..];
        var parts = ReadParts(name, content.ReplaceLineEndings("\n").Split('\n'));
        return new TemplateSource(name, language, parts[(int)PartKind.Subject], parts[(int)PartKind.Text], parts[(int)PartKind.Html]);
    }

    private static TemplatePart?[] ReadParts(string name, string[] lines)
    {
        var parts = new TemplatePart?[3];
        PartKind? open = null;
        var start = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            if (MarkOf(lines[i]) is { } next)
            {
                Close(i);
                if (parts[(int)next] is not null)
                {
                    throw new TemplateException($"Template '{name}', line {i + 1}, column 1: this part is there already.", name, i + 1, 1);
                }

                open = next;
                start = i + 1;

                // Holds the place, so that a part that follows itself is seen.
                parts[(int)next] = new TemplatePart(name, next, string.Empty, start + 1);
            }
            else if (open is null && !string.IsNullOrWhiteSpace(lines[i]))
            {
                throw new TemplateException(
                    $"Template '{name}', line {i + 1}, column 1: a template starts with a line {{{{!-- subject --}}}}, {{{{!-- text --}}}} or {{{{!-- html --}}}}.",
                    name, i + 1, 1);
            }
        }

        Close(lines.Length);
        return parts;

        void Close(int end)
        {
            if (open is { } kind)
            {
                parts[(int)kind] = new TemplatePart(name, kind, string.Join('\n', lines[start..end]).TrimEnd(), start + 1);
            }
        }
    }

    private static PartKind? MarkOf(string line) => line.Trim() switch
    {
        "{{!-- subject --}}" => PartKind.Subject,
        "{{!-- text --}}" => PartKind.Text,
        "{{!-- html --}}" => PartKind.Html,
        _ => null,
    };
}
