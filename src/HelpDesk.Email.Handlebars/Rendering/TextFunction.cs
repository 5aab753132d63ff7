using HandlebarsDotNet;
using HandlebarsDotNet.Helpers;
using HandlebarsDotNet.PathStructure;

namespace HelpDesk.Email.Handlebars.Rendering;

/// <summary>Makes a text of its first argument; written, it is encoded as any value is, and nothing is written for <see langword="null"/>.</summary>
internal sealed class TextFunction(string name, Func<object?, string?> make) : IHelperDescriptor<HelperOptions>
{
    public PathInfo Name { get; } = name;

    public object? Invoke(in HelperOptions options, in Context context, in Arguments arguments) =>
        arguments.Length > 0 ? make(arguments[0]) : null;

    public void Invoke(in EncodedTextWriter output, in HelperOptions options, in Context context, in Arguments arguments) =>
        output.Write(arguments.Length > 0 ? make(arguments[0]) : null, encode: true);
}
