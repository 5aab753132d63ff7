using System.Reflection;

namespace HelpDesk.Email.Architecture.Tests.Surface;

/// <summary>Types as C# writes them, question marks included; namespaces are left out.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(object)] = "object", [typeof(string)] = "string", [typeof(bool)] = "bool", [typeof(char)] = "char",
        [typeof(sbyte)] = "sbyte", [typeof(byte)] = "byte", [typeof(short)] = "short", [typeof(ushort)] = "ushort", [typeof(int)] = "int",
        [typeof(uint)] = "uint", [typeof(long)] = "long", [typeof(ulong)] = "ulong", [typeof(float)] = "float", [typeof(double)] = "double",
        [typeof(decimal)] = "decimal", [typeof(nint)] = "nint", [typeof(nuint)] = "nuint",
    };

    private static readonly NullabilityInfoContext Nullability = new();
    private static readonly Lock Gate = new();

    public static string Of(Type type) => Write(type, null);

    public static string Of(ParameterInfo parameter) => WriteLocked(parameter.ParameterType, context => context.Create(parameter));

    public static string Of(PropertyInfo property) => WriteLocked(property.PropertyType, context => context.Create(property));

    public static string Of(FieldInfo field) => WriteLocked(field.FieldType, context => context.Create(field));

    public static string Of(EventInfo happening) => WriteLocked(happening.EventHandlerType!, context => context.Create(happening));

    // The framework's context is not for several threads.
    private static string WriteLocked(Type type, Func<NullabilityInfoContext, NullabilityInfo> create)
    {
        lock (Gate)
        {
            return Write(type, create(Nullability));
        }
    }

    private static string Write(Type type, NullabilityInfo? nullability)
    {
        if (type.IsByRef)
        {
            return Write(type.GetElementType()!, nullability);
        }

        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return $"{Write(value, null)}?";
        }

        var mark = !type.IsValueType && nullability is { } known && (known.ReadState == NullabilityState.Nullable || known.WriteState == NullabilityState.Nullable) ? "?" : string.Empty;
        if (type.IsArray)
        {
            return $"{Write(type.GetElementType()!, nullability?.ElementType)}[{new string(',', type.GetArrayRank() - 1)}]{mark}";
        }

        if (type.IsPointer)
        {
            return $"{Write(type.GetElementType()!, null)}*";
        }

        return (Keywords.TryGetValue(type, out var keyword) ? keyword : Named(type, nullability)) + mark;
    }

    private static string Named(Type type, NullabilityInfo? nullability)
    {
        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        var arguments = type.GetGenericArguments();
        var known = nullability?.GenericTypeArguments is { } written && written.Length == arguments.Length ? written : null;
        var texts = arguments.Select((argument, i) => Write(argument, known?[i])).ToArray();
        return WithArguments(type, texts);
    }

    // A nested type carries the arguments of those around it in front of its own.
    private static string WithArguments(Type type, ReadOnlySpan<string> arguments)
    {
        var before = type.DeclaringType?.GetGenericArguments().Length ?? 0;
        var outer = type.DeclaringType is { } holder ? $"{WithArguments(holder, arguments[..before])}." : string.Empty;
        var own = arguments[before..];
        return outer + type.Name.Split('`')[0] + (own.IsEmpty ? string.Empty : $"<{string.Join(", ", own)}>");
    }
}
