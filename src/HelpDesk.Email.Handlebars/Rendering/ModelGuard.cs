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
        CheckDictionary(template, model, string.Empty, 0, ref count);
    }

    // Recursion is bounded: a model that is deeper than any of ours is refused.
    private static void CheckDictionary(string template, IReadOnlyDictionary<string, object?> values, string path, int depth, ref int count)
    {
        if (values is Dictionary<string, object?> dictionary)
        {
            foreach (var (name, value) in dictionary)
            {
                CheckValue(template, value, path, name, depth, ref count);
            }

            return;
        }

        foreach (var (name, value) in values)
        {
            CheckValue(template, value, path, name, depth, ref count);
        }
    }

    private static void CheckValue(string template, object? value, string path, string name, int depth, ref int count)
    {
        if (depth > MaxDepth || ++count > MaxValues)
        {
            throw new TemplateException(
                $"The model of template '{template}' is deeper than {MaxDepth} levels or has more than {MaxValues:N0} values.", template);
        }

        switch (value)
        {
            case null or string or char or bool:
            case sbyte or byte or short or ushort or int or uint or long or ulong:
            case float or double or decimal:
            case DateTimeOffset or DateTime or DateOnly or TimeOnly or TimeSpan or Guid:
                return;
            case IReadOnlyDictionary<string, object?> dictionary:
                CheckDictionary(template, dictionary, $"{path}{name}.", depth + 1, ref count);
                return;
            case IReadOnlyList<object?> list:
                for (var i = 0; i < list.Count; i++)
                {
                    CheckValue(template, list[i], path, name, depth + 1, ref count);
                }

                return;
            default:
                throw new TemplateException(
                    $"The model of template '{template}' holds a {value.GetType().FullName} as '{path}{name}'. "
                    + "A model is made of text, numbers, truth values, moments, IReadOnlyDictionary<string, object?> and IReadOnlyList<object?>; no object is looked into.",
                    template);
        }
    }
}
