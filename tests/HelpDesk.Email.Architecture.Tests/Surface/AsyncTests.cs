using System.Reflection;
using HelpDesk.Email.Architecture.Tests.Repository;

namespace HelpDesk.Email.Architecture.Tests.Surface;

/// <summary>Whoever waits can stop waiting.</summary>
public sealed class AsyncTests
{
    private static readonly HashSet<Type> Awaited = [typeof(Task), typeof(Task<>), typeof(ValueTask), typeof(ValueTask<>), typeof(IAsyncEnumerable<>)];

    // Names and the reason why they take no token.
    private static readonly Dictionary<string, string> Exceptions = new()
    {
        ["DisposeAsync"] = "IAsyncDisposable has none",
    };

    public static TheoryData<string> Packages => Package.Names;

    [Theory]
    [MemberData(nameof(Packages))]
    public void Every_asynchronous_member_takes_a_token_last_and_has_no_default_for_it(string name)
    {
        var without = Methods(name)
            .Where(method => method.GetParameters() is not [.., { ParameterType: var last, HasDefaultValue: false }] || last != typeof(CancellationToken))
            .Where(method => !Exceptions.ContainsKey(method.Name) && !Overrides(method))
            .Select(method => $"{method.DeclaringType}.{method.Name}");
        Findings.None("No CancellationToken without default comes last in", without);
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Every_asynchronous_member_says_so_in_its_name(string name) =>
        Findings.None("No Async at the end of", Methods(name)
            .Where(method => !method.Name.EndsWith("Async", StringComparison.Ordinal) && !Overrides(method))
            .Select(method => $"{method.DeclaringType}.{method.Name}"));

    private static IEnumerable<MethodInfo> Methods(string name) =>
        PublicTypes.Of(Package.Of(name).Assembly)
            .Where(type => !typeof(Delegate).IsAssignableFrom(type))
            .SelectMany(PublicTypes.Members)
            .OfType<MethodInfo>()
            .Where(method => Awaited.Contains(method.ReturnType.IsGenericType ? method.ReturnType.GetGenericTypeDefinition() : method.ReturnType));

    // What a base of somebody else prescribes, its override can't change.
    private static bool Overrides(MethodInfo method) =>
        method.GetBaseDefinition().DeclaringType!.Assembly != method.DeclaringType!.Assembly
        || (!method.DeclaringType.IsInterface && method.DeclaringType.GetInterfaces().Where(contract => contract.Assembly == typeof(object).Assembly)
            .Any(contract => method.DeclaringType.GetInterfaceMap(contract).TargetMethods.Contains(method)));
}
