using System.Reflection;
using System.Runtime.InteropServices;

namespace HelpDesk.Email.Workers.Tests.Programs;

/// <summary>Where the programs and what runs them are.</summary>
internal static class BuiltProgram
{
    /// <summary>The sample.</summary>
    public static string Workers { get; } = Find("Workers");

    /// <summary>The crash campaign.</summary>
    public static string Campaign { get; } = Find("Campaign");

    /// <summary>The <c>dotnet</c> that runs these tests.</summary>
    public static string DotNet { get; } = Path.GetFullPath(Path.Combine("..", "..", "..", "dotnet"), RuntimeEnvironment.GetRuntimeDirectory());

    private static string Find(string name) => Path.GetFullPath(
        typeof(BuiltProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == name).Value!, AppContext.BaseDirectory);
}
