using System.Reflection;
using System.Runtime.InteropServices;

namespace HelpDesk.Email.QuickStart.Tests.Server;

/// <summary>Where the program and what runs it are.</summary>
internal static class ProgramFile
{
    /// <summary>The program, where the build of the tests put it.</summary>
    public static string QuickStart { get; } = Path.GetFullPath(
        typeof(ProgramFile).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "QuickStart").Value!,
        AppContext.BaseDirectory);

    /// <summary>The <c>dotnet</c> that runs these tests.</summary>
    public static string DotNet { get; } = FindDotNet();

    private static string FindDotNet()
    {
        // The runtime lies in ROOT/shared/Microsoft.NETCore.App/VERSION.
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var path = Path.GetFullPath(Path.Combine("..", "..", "..", name), RuntimeEnvironment.GetRuntimeDirectory());
        return File.Exists(path) ? path : name;
    }
}
