using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Handlebars.Sources;

/// <summary>One part of a template as it was written.</summary>
/// <param name="Template">The name of its template.</param>
/// <param name="Kind">What it becomes.</param>
/// <param name="Text">Its source, with <c>\n</c> line ends.</param>
/// <param name="FirstLine">The line of the file at which it starts, from 1.</param>
internal sealed record TemplatePart(string Template, PartKind Kind, string Text, int FirstLine)
{
    /// <summary>Line and column of the file.</summary>
    public (int Line, int Column) PlaceOf(int offset)
    {
        var before = Text.AsSpan(0, Math.Min(offset, Text.Length));
        return (FirstLine + before.Count('\n'), before.Length - before.LastIndexOf('\n'));
    }

    /// <summary>A refusal that names the place in the file.</summary>
    public TemplateException Refuse(int offset, string reason, Exception? cause = null)
    {
        var (line, column) = PlaceOf(offset);
        return RefuseAt(line, column, reason, cause);
    }

    /// <summary>The same where line and column of the file are known.</summary>
    public TemplateException RefuseAt(int line, int column, string reason, Exception? cause = null) =>
        new($"Template '{Template}', line {line}, column {column}: {reason}", Template, line, column, cause);
}
