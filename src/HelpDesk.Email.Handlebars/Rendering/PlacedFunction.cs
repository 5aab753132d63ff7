using HandlebarsDotNet;
using HandlebarsDotNet.Helpers;
using HandlebarsDotNet.PathStructure;

namespace HelpDesk.Email.Handlebars.Rendering;

/// <summary>Whether the link to the ticket stands at a place: the links of the model say where; at the bottom where they don't.</summary>
internal sealed class PlacedFunction(string name) : IHelperDescriptor<HelperOptions>
{
    private const string Bottom = "bottom";

    public PathInfo Name { get; } = name;

    public object? Invoke(in HelperOptions options, in Context context, in Arguments arguments)
    {
        var place = arguments.Length > 0 ? ModelValues.Text(arguments[0], "placement", System.Globalization.CultureInfo.InvariantCulture) : null;
        return string.Equals(place ?? Bottom, arguments.Length > 1 ? arguments[1] as string : Bottom, StringComparison.OrdinalIgnoreCase);
    }

    public void Invoke(in EncodedTextWriter output, in HelperOptions options, in Context context, in Arguments arguments)
    {
    }
}
