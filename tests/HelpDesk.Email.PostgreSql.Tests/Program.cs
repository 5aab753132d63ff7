using HelpDesk.Email.PostgreSql.Tests.Processes;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace HelpDesk.Email.PostgreSql.Tests;

/// <summary>Runs the tests, as the entry point that xunit would make does; or, told so, is the other process of one of them.</summary>
internal static class Program
{
    public const string EngineArgument = "be-engine";

    public static async Task<int> Main(string[] args)
    {
        if (args is [EngineArgument, var connection, var schema, var node, var folder])
        {
            await EngineProgram.RunAsync(new PostgreSqlOptions { ConnectionString = connection, Schema = schema }, node, folder);
            return 0;
        }

        return args.Contains("--server") || args.Contains("--internal-msbuild-node")
            ? await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
            : await ConsoleRunner.Run(args);
    }
}
