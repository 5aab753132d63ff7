using HandlebarsDotNet;
using HandlebarsDotNet.Helpers;
using HandlebarsDotNet.PathStructure;
using HelpDesk.Email.Handlebars.Syntax;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Handlebars.Rendering;

/// <summary>What masks are translated to: finds the value and writes it as the place wants it.</summary>
internal sealed class MaskFunction(string name) : IHelperDescriptor<HelperOptions>
{
    public PathInfo Name { get; } = name;

    public object? Invoke(in HelperOptions options, in Context context, in Arguments arguments) => null;

    public void Invoke(in EncodedTextWriter output, in HelperOptions options, in Context context, in Arguments arguments)
    {
        if (arguments.Length < 4 || arguments[0] is not IReadOnlyDictionary<string, object?> model || arguments[2] is not string mask)
        {
            return;
        }

        using var inner = output.CreateWrapper();
        var culture = inner.FormatProvider;
        var known = Enum.TryParse<MaskForm>(arguments[1] as string, out var form) ? MaskNames.Find(form, mask) : null;
        var value = MaskValue.Of(context.Value as IReadOnlyDictionary<string, object?>, model, known, mask);
        if (value is null && arguments.Length > 4)
        {
            output.Write($"#{mask}", encode: true);
            return;
        }

        var content = MaskContent.Of(value, model, known, mask, arguments[3] as string, culture);
        switch (name)
        {
            case FunctionNames.MaskHtml:
                MaskWriter.WriteHtml(content, output);
                break;
            case FunctionNames.MaskWords:
                MaskWriter.WriteWords(content, output);
                break;
            case FunctionNames.MaskLink:
                output.Write(content.Url ?? TemplateFunctions.WebAddress(content.Text), encode: true);
                break;
            default:
                MaskWriter.WriteText(content, output);
                break;
        }
    }
}
