using HandlebarsDotNet;
using HandlebarsDotNet.Helpers;
using HandlebarsDotNet.PathStructure;
using HelpDesk.Email.Handlebars.Syntax;

namespace HelpDesk.Email.Handlebars.Rendering;

/// <summary>Writes the value <c>bodyHtml</c> of where the template stands as it is; where there is none, the lines of <c>body</c>, encoded.</summary>
/// <remarks>
/// The one door for HTML in a model. It reads that name itself and no argument, so no template can send another value
/// through it; the engine puts its own sanitised output there and nothing else.
/// </remarks>
internal sealed class SafeHtmlFunction : IHelperDescriptor<HelperOptions>
{
    public PathInfo Name { get; } = FunctionNames.SafeHtml;

    public object? Invoke(in HelperOptions options, in Context context, in Arguments arguments) => null;

    public void Invoke(in EncodedTextWriter output, in HelperOptions options, in Context context, in Arguments arguments)
    {
        if (context.Value is not IReadOnlyDictionary<string, object?> here)
        {
            return;
        }

        if (here.TryGetValue("bodyHtml", out var html) && html is string { Length: > 0 } safe)
        {
            output.Write(safe, encode: false);
        }
        else if (here.TryGetValue("body", out var body))
        {
            LinesFunction.WriteHtml(body as string, output);
        }
    }
}
