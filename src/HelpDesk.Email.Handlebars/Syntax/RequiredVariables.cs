using HelpDesk.Email.Handlebars.Sources;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Handlebars.Syntax;

/// <summary>Refuses a template that leaves out what it is there for.</summary>
internal static class RequiredVariables
{
    public static void Check(TemplatePart part, IReadOnlySet<string> shown)
    {
        if (part.Kind == PartKind.Subject)
        {
            return;
        }

        foreach (var variable in TemplateVariables.All.Where(variable => variable.IsRequired && variable.Templates.Contains(part.Template, StringComparer.OrdinalIgnoreCase)))
        {
            if (!shown.Contains(variable.Path))
            {
                throw part.Refuse(part.Text.Length, $"this part has to show {{{{{variable.Path}}}}} or {variable.Masks[0].Written}: without it nobody can do what the mail is for.");
            }
        }
    }
}
