using HandlebarsDotNet;
using HandlebarsDotNet.Helpers;
using HandlebarsDotNet.PathStructure;

namespace HelpDesk.Email.Handlebars.Rendering;

/// <summary>Gives the first of its arguments that is a plain value and not an empty text.</summary>
internal sealed class FirstFunction(string name) : IHelperDescriptor<HelperOptions>
{
    public PathInfo Name { get; } = name;

    public object? Invoke(in HelperOptions options, in Context context, in Arguments arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            if (ModelValues.Text(arguments[i], System.Globalization.CultureInfo.InvariantCulture) is not null)
            {
                return arguments[i];
            }
        }

        return null;
    }

    public void Invoke(in EncodedTextWriter output, in HelperOptions options, in Context context, in Arguments arguments)
    {
        using var inner = output.CreateWrapper();
        output.Write(ModelValues.Text(Invoke(options, context, arguments), inner.FormatProvider), encode: true);
    }
}
