using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Handlebars.Rendering;

/// <summary>What a mask stands for in a model.</summary>
internal static class MaskValue
{
    /// <param name="here">What the template looks at, within a loop or at the top.</param>
    /// <param name="model">The whole model.</param>
    /// <param name="mask">The mask, or <see langword="null"/> for a name that only the model knows.</param>
    /// <param name="name">Its name as it is written.</param>
    public static object? Of(IReadOnlyDictionary<string, object?>? here, IReadOnlyDictionary<string, object?> model, TemplateMask? mask, string name)
    {
        if ((here is not null && here.TryGetValue(name, out var value))
            || ModelValues.TryGetMember(model, name, out value)
            || (mask is not null && mask.Name != name && ModelValues.TryGetMember(model, mask.Name.TrimStart('*'), out value)))
        {
            return value;
        }

        foreach (var path in mask?.Paths ?? [])
        {
            if (Shown(mask!, name, ModelValues.At(model, path)) is { } found)
            {
                return found;
            }
        }

        return ModelValues.TryGetMemberInAnyCase(model, name, out value) ? value : null;
    }

    private static object? Shown(TemplateMask mask, string name, object? value) => value switch
    {
        IReadOnlyList<object?> { Count: 0 } => null,
        IReadOnlyList<object?> fields when mask.Name == "CF_*" => Field(fields, name["CF_".Length..]),
        IReadOnlyList<object?> fields when mask.Name == "Custom_Fields" => fields.Where(IsPublic).ToArray() is { Length: > 0 } open ? open : null,
        _ => value,
    };

    // What does not say that it is public is not.
    private static bool IsPublic(object? field) =>
        field is IReadOnlyDictionary<string, object?> members && members.TryGetValue("isPublic", out var open) && open is true;

    private static object? Field(IReadOnlyList<object?> fields, string id) =>
        fields.OfType<IReadOnlyDictionary<string, object?>>()
            .FirstOrDefault(field => string.Equals(ModelValues.Text(field, "id", System.Globalization.CultureInfo.InvariantCulture), id, StringComparison.OrdinalIgnoreCase))
            ?.GetValueOrDefault("value");
}
