using HelpDesk.Email.Handlebars.Syntax;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Handlebars.Rendering;

/// <summary>Tells of names that there are not, all at once.</summary>
internal static class UnknownNames
{
    public static bool IsIn(IReadOnlyDictionary<string, object?> model, UnknownName unknown) =>
        unknown.IsMask
            ? ModelValues.TryGetMember(model, unknown.Name, out _) || ModelValues.TryGetMemberInAnyCase(model, unknown.Name, out _)
            : ModelValues.Has(model, unknown.Name);

    /// <exception cref="TemplateException">There is one.</exception>
    public static void Refuse(string template, IEnumerable<UnknownName> names)
    {
        UnknownName[] all = [.. names.OrderBy(name => name.Line).ThenBy(name => name.Column)];
        if (all.Length > 0)
        {
            throw new TemplateException(
                string.Join('\n', all.Select(name => $"Template '{template}', line {name.Line}, column {name.Column}: there is no variable {name.Written}.")),
                template, all[0].Line, all[0].Column);
        }
    }
}
