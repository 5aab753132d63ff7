using HelpDesk.Email.Sqlite.Tests.Processes;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace HelpDesk.Email.Sqlite.Tests;

/// <summary>Runs the tests, as the entry point that xunit would make does; or, told so, is the other process of one of them.</summary>
internal static class Program
{
    public const string ChildArgument = "be-child";

    public static async Task<int> Main(string[] args)
    {
        if (args is [ChildArgument, var role, var databasePath])
        {
            await ChildRoles.RunAsync(role, databasePath);
            return 0;
        }

        return args.Contains("--server") || args.Contains("--internal-msbuild-node")
            ? await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
            : await ConsoleRunner.Run(args);
    }
}
