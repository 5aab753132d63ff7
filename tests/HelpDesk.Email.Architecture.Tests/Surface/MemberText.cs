using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace HelpDesk.Email.Architecture.Tests.Surface;

/// <summary>A public member as one line of C#.</summary>
internal static class MemberText
{
    public static string Of(MemberInfo member) => member switch
    {
        FieldInfo field => Field(field),
        PropertyInfo property => Property(property),
        ConstructorInfo constructor => $"{Access(constructor)}{constructor.DeclaringType!.Name.Split('`')[0]}({Parameters(constructor)})",
        MethodInfo method => $"{Access(method)}{Modifiers(method)}{TypeNames.Of(method.ReturnParameter)} {method.Name}{TypeParameters(method)}({Parameters(method)}){Constraints(method.IsGenericMethod ? method.GetGenericArguments() : [])}",
        EventInfo happening => $"event {TypeNames.Of(happening)} {happening.Name}",
        _ => member.Name,
    };

    public static string Constraints(Type[] parameters) => string.Concat(parameters.Select(parameter =>
    {
        var attributes = parameter.GenericParameterAttributes;
        var parts = new List<string>();
        if (attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint))
        {
            parts.Add("struct");
        }
        else if (attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
        {
            parts.Add("class");
        }

        parts.AddRange(parameter.GetGenericParameterConstraints().Where(type => type != typeof(ValueType)).Select(TypeNames.Of));
        if (attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint))
        {
            parts.Add("new()");
        }

        return parts.Count == 0 ? string.Empty : $" where {parameter.Name} : {string.Join(", ", parts)}";
    }));

    private static string Field(FieldInfo field) =>
        field.IsLiteral
            ? $"const {TypeNames.Of(field)} {field.Name} = {Literal(field.GetRawConstantValue())}"
            : $"{(field.IsStatic ? "static " : string.Empty)}{(field.IsInitOnly ? "readonly " : string.Empty)}{TypeNames.Of(field)} {field.Name}";

    private static string Property(PropertyInfo property)
    {
        var accessors = property.GetAccessors(nonPublic: true).Where(accessor => PublicTypes.IsVisible(property.DeclaringType!, accessor)).ToList();
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : string.Empty;
        var index = property.GetIndexParameters();
        var name = index.Length == 0 ? property.Name : $"this[{string.Join(", ", index.Select(Parameter))}]";
        var all = accessors.All(accessor => !accessor.IsPublic) ? "protected " : string.Empty;
        var written = accessors.Select(accessor =>
        {
            var kind = accessor == property.GetMethod ? "get"
                : accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init" : "set";
            return $"{(all.Length == 0 && !accessor.IsPublic ? "protected " : string.Empty)}{kind}; ";
        });
        return $"{all}{required}{Modifiers(accessors[0])}{TypeNames.Of(property)} {name} {{ {string.Concat(written)}}}";
    }

    private static string Modifiers(MethodInfo method) =>
        method.IsStatic ? "static "
        : method.DeclaringType!.IsInterface ? string.Empty
        : method.IsAbstract ? "abstract "
        : method.GetBaseDefinition() != method ? "override "
        : method.IsVirtual && !method.IsFinal ? "virtual "
        : string.Empty;

    private static string Access(MethodBase method) => method.IsPublic ? string.Empty : "protected ";

    private static string TypeParameters(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(TypeNames.Of))}>" : string.Empty;

    private static string Parameters(MethodBase method)
    {
        var extension = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : string.Empty;
        return extension + string.Join(", ", method.GetParameters().Select(Parameter));
    }

    private static string Parameter(ParameterInfo parameter)
    {
        var passing = parameter.IsOut ? "out "
            : parameter.ParameterType.IsByRef ? parameter.IsIn ? "in " : "ref "
            : parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : string.Empty;
        var preset = parameter.HasDefaultValue ? $" = {Literal(parameter.RawDefaultValue)}" : string.Empty;
        return $"{passing}{TypeNames.Of(parameter)} {parameter.Name}{preset}";
    }

    private static string Literal(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text.Replace("\n", "\\n", StringComparison.Ordinal)}\"",
        bool truth => truth ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
