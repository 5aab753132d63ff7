using System.Reflection;

namespace HelpDesk.Email.Architecture.Tests.Surface;

/// <summary>What users of an assembly can see.</summary>
internal static class PublicTypes
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<Type> Of(Assembly assembly) =>
        assembly.GetTypes().Where(IsVisible).OrderBy(type => type.FullName, StringComparer.Ordinal);

    /// <summary>The members that a type declares and that are public, or protected where it can be derived from.</summary>
    public static IEnumerable<MemberInfo> Members(Type type) => type.GetMembers(Declared).Where(member => member switch
    {
        FieldInfo field => !field.IsSpecialName && (field.IsPublic || IsInherited(type, field.IsFamily || field.IsFamilyOrAssembly)),
        MethodInfo method => !method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal) ? IsVisible(type, method) : false,
        ConstructorInfo constructor => !constructor.IsStatic && IsVisible(type, constructor),
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(accessor => IsVisible(type, accessor)),
        EventInfo happening => IsVisible(type, happening.AddMethod!),
        _ => false,
    });

    public static bool IsVisible(Type type, MethodBase method) =>
        method.IsPublic || IsInherited(type, method.IsFamily || method.IsFamilyOrAssembly);

    /// <summary>Every type that the declaration of one and of its visible members names.</summary>
    public static IEnumerable<Type> TypesInSignatures(Type type)
    {
        var named = new List<Type?> { type.BaseType };
        named.AddRange(type.GetInterfaces());
        foreach (var member in Members(type))
        {
            named.AddRange(member switch
            {
                FieldInfo field => [field.FieldType],
                PropertyInfo property => [property.PropertyType, .. property.GetIndexParameters().Select(parameter => parameter.ParameterType)],
                MethodInfo method => [method.ReturnType, .. method.GetParameters().Select(parameter => parameter.ParameterType)],
                ConstructorInfo constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
                EventInfo happening => [happening.EventHandlerType!],
                _ => Enumerable.Empty<Type>(),
            });
        }

        return named.OfType<Type>().SelectMany(Unwrap).Where(used => !used.IsGenericParameter).Distinct();
    }

    private static IEnumerable<Type> Unwrap(Type type) =>
        type.HasElementType ? Unwrap(type.GetElementType()!)
        : type.IsConstructedGenericType ? type.GetGenericArguments().SelectMany(Unwrap).Prepend(type.GetGenericTypeDefinition())
        : [type];

    private static bool IsVisible(Type type) =>
        type.IsPublic || (type.IsNestedPublic && IsVisible(type.DeclaringType!)) || (type.IsNestedFamily && IsVisible(type.DeclaringType!) && !type.DeclaringType!.IsSealed);

    private static bool IsInherited(Type type, bool isProtected) => isProtected && !type.IsSealed;
}
