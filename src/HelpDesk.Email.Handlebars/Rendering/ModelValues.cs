using System.Globalization;

namespace HelpDesk.Email.Handlebars.Rendering;

/// <summary>Finds values in a model.</summary>
internal static class ModelValues
{
    private const string Host = "host";

    /// <summary>The value at a path such as <c>ticket.number</c>, or <see langword="null"/>.</summary>
    public static object? At(IReadOnlyDictionary<string, object?> model, string path)
    {
        object? value = model;
        foreach (var range in path.AsSpan().Split('.'))
        {
            if (value is not IReadOnlyDictionary<string, object?> here || !here.TryGetValue(path[range], out value))
            {
                return null;
            }
        }

        return value is string { Length: 0 } ? null : value;
    }

    /// <summary>Whether a model has a member at a path, be it without a value.</summary>
    public static bool Has(IReadOnlyDictionary<string, object?> model, string path)
    {
        object? value = model;
        foreach (var range in path.AsSpan().Split('.'))
        {
            if (value is not IReadOnlyDictionary<string, object?> here || !here.TryGetValue(path[range], out value))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A member at the top of the model or among the values of the host.</summary>
    public static bool TryGetMember(IReadOnlyDictionary<string, object?> model, string name, out object? value) =>
        model.TryGetValue(name, out value)
        || (model.TryGetValue(Host, out var host) && host is IReadOnlyDictionary<string, object?> values && values.TryGetValue(name, out value));

    /// <summary>The same whatever the case.</summary>
    public static bool TryGetMemberInAnyCase(IReadOnlyDictionary<string, object?> model, string name, out object? value)
    {
        var host = model.TryGetValue(Host, out var given) ? given as IReadOnlyDictionary<string, object?> : null;
        foreach (var (key, member) in host is null ? model : model.Concat(host))
        {
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                value = member;
                return true;
            }
        }

        value = null;
        return false;
    }

    /// <summary>A member of a value that is a dictionary, as text.</summary>
    public static string? Text(object? value, string name, IFormatProvider culture) =>
        value is IReadOnlyDictionary<string, object?> members && members.TryGetValue(name, out var member) ? Text(member, culture) : null;

    /// <summary>A plain value as text; nothing for a dictionary, a list or an empty text.</summary>
    public static string? Text(object? value, IFormatProvider culture) => value switch
    {
        null or string { Length: 0 } => null,
        string text => text,

        // Long date, short time, and how far that is from UTC: the reader may live elsewhere than the help desk.
        DateTimeOffset moment => string.Create(CultureInfo.InvariantCulture, $"{moment.ToString("f", culture)} {moment.ToString("(zzz)", culture)}"),
        DateTime moment => moment.ToString("f", culture),
        DateOnly day => day.ToString("D", culture),
        bool truth => truth ? "true" : "false",
        IFormattable plain => plain.ToString(null, culture),
        _ => null,
    };
}
