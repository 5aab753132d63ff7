using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace HelpDesk.Email.Architecture.Tests.Surface;

/// <summary>The public surface of an assembly as text: a paragraph a type, a line a member, in an order that never changes by itself.</summary>
internal static class SurfaceText
{
    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in PublicTypes.Of(assembly))
        {
            text.Append(text.Length == 0 ? string.Empty : "\n").Append(Declaration(type)).Append('\n');
            foreach (var line in Lines(type))
            {
                text.Append("    ").Append(line).Append('\n');
            }
        }

        return text.Length == 0 ? "(no public types)\n" : text.ToString();
    }

    private static IEnumerable<string> Lines(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), null)}");
        }

        if (typeof(Delegate).IsAssignableFrom(type))
        {
            return [MemberText.Of(type.GetMethod("Invoke")!)];
        }

        return PublicTypes.Members(type).Where(IsWritten).Select(MemberText.Of).Order(StringComparer.Ordinal);
    }

    // What the compiler adds to a record says nothing that 'record' does not.
    private static bool IsWritten(MemberInfo member) =>
        !member.IsDefined(typeof(CompilerGeneratedAttribute))
        && member.Name is not "EqualityContract"
        && !member.Name.StartsWith('<')
        && !(member is ConstructorInfo { IsPublic: false } copy && copy.GetParameters() is [var only] && only.ParameterType == copy.DeclaringType);

    private static string Declaration(Type type)
    {
        var kind = type.IsEnum ? "enum"
            : type.IsInterface ? "interface"
            : typeof(Delegate).IsAssignableFrom(type) ? "delegate"
            : type.IsValueType ? $"{(type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : string.Empty)}{(type.IsByRefLike ? "ref " : string.Empty)}{(IsRecord(type) ? "record " : string.Empty)}struct"
            : $"{(type is { IsAbstract: true, IsSealed: true } ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : string.Empty)}{(IsRecord(type) ? "record" : "class")}";
        var bases = Bases(type).ToList();
        return $"{kind} {type.Namespace}.{TypeNames.Of(type)}"
            + (bases.Count == 0 ? string.Empty : $" : {string.Join(", ", bases)}")
            + MemberText.Constraints(type.IsGenericType ? type.GetGenericArguments() : []);
    }

    private static IEnumerable<string> Bases(Type type)
    {
        if (type.IsEnum || typeof(Delegate).IsAssignableFrom(type))
        {
            return [];
        }

        var inherited = type.BaseType?.GetInterfaces() ?? [];
        var direct = type.GetInterfaces()
            .Where(contract => contract.IsVisible && !inherited.Contains(contract))
            .Where(contract => !(IsRecord(type) && contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IEquatable<>)))
            .Select(TypeNames.Of)
            .Order(StringComparer.Ordinal);
        return type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) ? direct.Prepend(TypeNames.Of(parent)) : direct;
    }

    private static bool IsRecord(Type type) =>
        type.GetMethod("<Clone>$") is not null
        || (type.IsValueType && type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance)?.IsDefined(typeof(CompilerGeneratedAttribute)) == true);
}
