using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Handlebars.Rendering;

/// <summary>Refuses a model that holds anything but plain values, dictionaries and lists.</summary>
internal static class ModelGuard
{
    private const int MaxDepth = 16;
    private const int MaxValues = 10_000;

    public static void Check(string template, IReadOnlyDictionary<string, object?> model)
    {
        var count = 0;
        if (Offence(model, 0, ref count) is var (path, value))
        {
            throw value is null
                ? new TemplateException(
                    $"The model of template '{template}' is deeper than {MaxDepth} levels or has more than {MaxValues:N0} values.", template)
                : new TemplateException(
                    $"The model of template '{template}' holds a {value.GetType().FullName} as '{path}'. "
                    + "A model is made of text, numbers, truth values, moments, IReadOnlyDictionary<string, object?> and IReadOnlyList<object?>; no object is looked into.",
                    template);
        }
    }

    // Recursion is bounded: a model that is deeper than any of ours is refused. The path is put together on the way back alone.
    private static (string Path, object? Value)? Offence(IReadOnlyDictionary<string, object?> values, int depth, ref int count)
    {
        if (values is Dictionary<string, object?> dictionary)
        {
            foreach (var (name, value) in dictionary)
            {
                if (Offence(value, name, depth, ref count) is { } offence)
                {
                    return offence;
                }
            }

            return null;
        }

        foreach (var (name, value) in values)
        {
            if (Offence(value, name, depth, ref count) is { } offence)
            {
                return offence;
            }
        }

        return null;
    }

    private static (string Path, object? Value)? Offence(object? value, string name, int depth, ref int count)
    {
        if (depth > MaxDepth || ++count > MaxValues)
        {
            return (name, null);
        }

        switch (value)
        {
            case null or string or char or bool:
            case sbyte or byte or short or ushort or int or uint or long or ulong:
            case float or double or decimal:
            case DateTimeOffset or DateTime or DateOnly or TimeOnly or TimeSpan or Guid:
                return null;
            case IReadOnlyDictionary<string, object?> dictionary:
                return Offence(dictionary, depth + 1, ref count) is var (path, found) ? ($"{name}.{path}", found) : null;
            case IReadOnlyList<object?> list:
                for (var i = 0; i < list.Count; i++)
                {
                    if (Offence(list[i], name, depth + 1, ref count) is { } offence)
                    {
                        return offence;
                    }
                }

                return null;
            default:
                return (name, value);
        }
    }
}
