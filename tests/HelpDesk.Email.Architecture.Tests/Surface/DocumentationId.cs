using System.Globalization;
using System.Reflection;

namespace HelpDesk.Email.Architecture.Tests.Surface;

/// <summary>The name under which a member stands in an XML documentation file (C# specification, annex D.4).</summary>
internal static class DocumentationId
{
    public static string Of(Type type) => $"T:{Name(type)}";

    public static string Of(MemberInfo member)
    {
        var owner = Name(member.DeclaringType!);
        return member switch
        {
            FieldInfo => $"F:{owner}.{member.Name}",
            EventInfo => $"E:{owner}.{member.Name}",
            PropertyInfo property => $"P:{owner}.{member.Name}{Parameters(property.GetIndexParameters())}",
            ConstructorInfo constructor => $"M:{owner}.#ctor{Parameters(constructor.GetParameters())}",
            MethodInfo method => $"M:{owner}.{method.Name}{Arity(method)}{Parameters(method.GetParameters())}{Conversion(method)}",
            _ => throw new ArgumentException($"{member} has no documentation id.", nameof(member)),
        };
    }

    private static string Name(Type type) => type.FullName!.Replace('+', '.');

    private static string Arity(MethodInfo method) =>
        method.IsGenericMethodDefinition ? string.Create(CultureInfo.InvariantCulture, $"``{method.GetGenericArguments().Length}") : string.Empty;

    private static string Conversion(MethodInfo method) =>
        method.Name is "op_Implicit" or "op_Explicit" ? $"~{Reference(method.ReturnType)}" : string.Empty;

    private static string Parameters(ParameterInfo[] parameters) =>
        parameters.Length == 0 ? string.Empty : $"({string.Join(',', parameters.Select(parameter => Reference(parameter.ParameterType)))})";

    private static string Reference(Type type)
    {
        if (type.IsByRef)
        {
            return $"{Reference(type.GetElementType()!)}@";
        }

        if (type.IsArray)
        {
            return $"{Reference(type.GetElementType()!)}[{string.Join(',', Enumerable.Repeat("0:", type.GetArrayRank() > 1 ? type.GetArrayRank() : 0))}]";
        }

        if (type.IsPointer)
        {
            return $"{Reference(type.GetElementType()!)}*";
        }

        if (type.IsGenericParameter)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{(type.DeclaringMethod is null ? "`" : "``")}{type.GenericParameterPosition}");
        }

        return type.IsGenericType ? Constructed(type) : Name(type);
    }

    // Outer<A>.Inner<B> is written Outer{A}.Inner{B}: each part takes the arguments that it declares.
    private static string Constructed(Type type)
    {
        var arguments = new Queue<string>(type.GetGenericArguments().Select(Reference));
        var parts = Name(type.GetGenericTypeDefinition()).Split('.').Select(part =>
        {
            var tick = part.IndexOf('`', StringComparison.Ordinal);
            return tick < 0
                ? part
                : $"{part[..tick]}{{{string.Join(',', Enumerable.Range(0, int.Parse(part[(tick + 1)..], CultureInfo.InvariantCulture)).Select(_ => arguments.Dequeue()))}}}";
        });
        return string.Join('.', parts);
    }
}
