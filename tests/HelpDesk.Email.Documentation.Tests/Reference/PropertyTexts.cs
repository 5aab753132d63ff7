using System.Reflection;
using System.Text;
using System.Xml.Linq;
using HelpDesk.Email.Configuration;

namespace HelpDesk.Email.Documentation.Tests.Reference;

/// <summary>The words that stand at a property in the code.</summary>
internal static class PropertyTexts
{
    private static readonly Dictionary<string, XElement> Members =
        XDocument.Load(Path.ChangeExtension(typeof(HelpDeskEmailOptions).Assembly.Location, ".xml"))
            .Descendants("member")
            .ToDictionary(member => (string)member.Attribute("name")!);

    /// <summary>The summary, as Markdown in one line.</summary>
    public static string Summary(PropertyInfo property) => Element(property, "summary") ?? throw new InvalidOperationException($"{property.Name} has no summary.");

    /// <summary>What is said about the value, or <see langword="null"/>.</summary>
    public static string? Value(PropertyInfo property) => Element(property, "value");

    private static string? Element(PropertyInfo property, string name) =>
        Members[$"P:{property.DeclaringType!.FullName}.{property.Name}"].Element(name) is { } element ? Markdown(element) : null;

    private static string Markdown(XElement element)
    {
        var text = new StringBuilder();
        foreach (var node in element.Nodes())
        {
            text.Append(node switch
            {
                XText words => words.Value,
                XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
                XElement see when see.Attribute("langword") is { } word => $"`{word.Value}`",
                XElement see when see.Attribute("cref") is { } reference => $"`{reference.Value[(reference.Value.LastIndexOf('.') + 1)..]}`",
                _ => throw new InvalidOperationException($"No Markdown is known for {node}."),
            });
        }

        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
