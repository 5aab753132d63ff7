using HandlebarsDotNet;
using HandlebarsDotNet.Helpers;
using HandlebarsDotNet.PathStructure;
using HelpDesk.Email.Handlebars.Syntax;

namespace HelpDesk.Email.Handlebars.Rendering;

/// <summary>Writes the value <c>bodyHtml</c> of where the template stands as it is; where there is none, the lines of <c>body</c>, encoded.</summary>
/// <remarks>
/// The one door for HTML in a model: for <c>bodyHtml</c>, and for <c>report.html</c> in the mail of a report. The engine puts
/// its own sanitised output there and nothing else, and templates that name another value are refused.
/// </remarks>
internal sealed class SafeHtmlFunction : IHelperDescriptor<HelperOptions>
{
    public PathInfo Name { get; } = FunctionNames.SafeHtml;

    public object? Invoke(in HelperOptions options, in Context context, in Arguments arguments) => null;

    // The grammar lets no other value through than these two, by their names.
    public void Invoke(in EncodedTextWriter output, in HelperOptions options, in Context context, in Arguments arguments)
    {
        if (context.Value is not IReadOnlyDictionary<string, object?> here)
        {
            return;
        }

        if (arguments.Length > 0 && arguments[0] is string { Length: > 0 } report && ReferenceEquals(report, ModelValues.At(here, "report.html")))
        {
            output.Write(report, encode: false);
        }
        else if (here.TryGetValue("bodyHtml", out var html) && html is string { Length: > 0 } safe)
        {
            output.Write(safe, encode: false);
        }
        else if (here.TryGetValue("body", out var body))
        {
            LinesFunction.WriteHtml(body as string, output);
        }
    }
}
