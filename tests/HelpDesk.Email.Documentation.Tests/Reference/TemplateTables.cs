using System.Reflection;
using System.Xml.Linq;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Documentation.Tests.Reference;

/// <summary>What templates there are, and what may stand in them, as tables.</summary>
internal static class TemplateTables
{
    public static string Names()
    {
        var texts = XDocument.Load(Path.ChangeExtension(typeof(TemplateNames).Assembly.Location, ".xml"))
            .Descendants("member")
            .ToDictionary(member => (string)member.Attribute("name")!, member => Words(member.Element("summary")?.Value ?? string.Empty));
        var rows = typeof(TemplateNames).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => $"| `{field.GetRawConstantValue()}` | {texts[$"F:{typeof(TemplateNames).FullName}.{field.Name}"]} |");
        return Table("| template | for |", "|---|---|", rows);
    }

    public static string Variables() => Table(
        "| variable | meaning | masks | in |",
        "|---|---|---|---|",
        TemplateVariables.All.Select(variable =>
            $"| `{variable.Path}` | {variable.Meaning}{(variable.IsRequired ? " Required." : string.Empty)} | {Code(variable.Masks.Select(mask => mask.Written).Distinct())} | {Code(variable.Templates)} |"));

    public static string Masks() => Table(
        "| mask | writes | stands for |",
        "|---|---|---|",
        TemplateMasks.All.Select(mask => $"| `{mask.Written}` | {mask.Meaning} | {Code(mask.Paths)} |"));

    private static string Code(IEnumerable<string> words) => string.Join(", ", words.Select(word => $"`{word}`"));

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Table(string head, string line, IEnumerable<string> rows) => string.Join('\n', rows.Prepend(line).Prepend(head));
}
