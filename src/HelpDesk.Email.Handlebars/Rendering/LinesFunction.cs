using HandlebarsDotNet;
using HandlebarsDotNet.Helpers;
using HandlebarsDotNet.PathStructure;

namespace HelpDesk.Email.Handlebars.Rendering;

/// <summary>Writes a text of several lines: as it is, or for HTML with each line encoded and a break between them.</summary>
internal sealed class LinesFunction(string name, bool forHtml) : IHelperDescriptor<HelperOptions>
{
    public PathInfo Name { get; } = name;

    public static void WriteHtml(string? text, in EncodedTextWriter output)
    {
        var first = true;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            output.Write(first ? string.Empty : "<br>\n", encode: false);
            output.Write(line.ToString(), encode: true);
            first = false;
        }
    }

    public object? Invoke(in HelperOptions options, in Context context, in Arguments arguments) =>
        arguments.Length > 0 ? arguments[0] as string : null;

    public void Invoke(in EncodedTextWriter output, in HelperOptions options, in Context context, in Arguments arguments)
    {
        var text = arguments.Length > 0 ? arguments[0] as string : null;
        if (forHtml)
        {
            WriteHtml(text, output);
        }
        else
        {
            output.Write(text, encode: false);
        }
    }
}
