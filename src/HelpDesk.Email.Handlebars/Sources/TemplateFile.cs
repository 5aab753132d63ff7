using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Handlebars.Sources;

/// <summary>Takes a template file apart.</summary>
/// <remarks>
/// A file holds all parts of a template in one language, so it is replaced as a whole. A part starts behind a line that
/// is <c>{{!-- subject --}}</c>, <c>{{!-- text --}}</c> or <c>{{!-- html --}}</c>: comments of Handlebars, so any editor
/// that knows the language shows the file well. The name is <c>name.hbs</c>, or <c>name.culture.hbs</c> for a language.
/// A file without such a line whose name does not end in <c>.hbs</c> is one part alone: the HTML of a <c>.html</c>, else the text.
/// </remarks>
internal static class TemplateFile
{
    public const string Extension = ".hbs";

    /// <summary>How long a template may be, in characters.</summary>
    public const int MaxLength = 256 * 1024;

    /// <summary>The extensions of files that are templates: with parts, or one part alone.</summary>
    public static readonly IReadOnlyList<string> Extensions = [Extension, ".html", ".htm", ".txt"];

    /// <summary>Reads a file.</summary>
    /// <exception cref="TemplateException">Something stands before the first part, or a part is there twice.</exception>
    public static TemplateSource Read(string fileName, string content)
    {
        if (content.Length > MaxLength)
        {
            throw new TemplateException($"Template '{fileName}' is longer than {MaxLength:N0} characters.", fileName);
        }

        var extension = Path.GetExtension(fileName);
        var hasParts = extension.Equals(Extension, StringComparison.OrdinalIgnoreCase) || extension.Length == 0;
        var stem = fileName[..^extension.Length];
        var dot = stem.IndexOf('.', StringComparison.Ordinal);
        var name = dot < 0 ? stem : stem[..dot];
        var language = dot < 0 ? string.Empty : stem[(dot + 1)..];
        var lines = content.ReplaceLineEndings("\n").Split('\n');
        var parts = hasParts || Array.Exists(lines, line => MarkOf(line) is not null) ? ReadParts(name, lines) : OnePart(name, extension, content);
        return new TemplateSource(name, language, parts[(int)PartKind.Subject], parts[(int)PartKind.Text], parts[(int)PartKind.Html]);
    }

    private static TemplatePart?[] OnePart(string name, string extension, string content)
    {
        var kind = extension.StartsWith(".htm", StringComparison.OrdinalIgnoreCase) ? PartKind.Html : PartKind.Text;
        var parts = new TemplatePart?[3];
        parts[(int)kind] = new TemplatePart(name, kind, content.ReplaceLineEndings("\n"), 1);
        return parts;
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

    public static PartKind? MarkOf(string line) => line.Trim() switch
    {
        "{{!-- subject --}}" => PartKind.Subject,
        "{{!-- text --}}" => PartKind.Text,
        "{{!-- html --}}" => PartKind.Html,
        _ => null,
    };
}
