using HandlebarsDotNet;
using HandlebarsDotNet.Helpers;
using HandlebarsDotNet.PathStructure;

namespace HelpDesk.Email.Handlebars.Rendering;

/// <summary>Makes a text of the first argument that gives one; written, it is encoded as any value is.</summary>
internal sealed class TextFunction(string name, Func<object?, string?> make) : IHelperDescriptor<HelperOptions>
{
    public PathInfo Name { get; } = name;

    public object? Invoke(in HelperOptions options, in Context context, in Arguments arguments) => Make(arguments);

    public void Invoke(in EncodedTextWriter output, in HelperOptions options, in Context context, in Arguments arguments) =>
        output.Write(Make(arguments), encode: true);

    private string? Make(in Arguments arguments)
    {
        string? made = null;
        for (var i = 0; i < arguments.Length && string.IsNullOrEmpty(made); i++)
        {
            made = make(arguments[i]);
        }

        return made;
    }
}
