using System.Diagnostics;
using System.Text.Json;
using HelpDesk.Email.Servers.Tests.Engine;
using HelpDesk.Email.Servers.Tests.Servers;
using HelpDesk.Email.Servers.Tests.Waiting;

namespace HelpDesk.Email.Servers.Tests.Programs;

/// <summary>One run of the command-line tool as a process.</summary>
/// <param name="Code">What it told the shell.</param>
/// <param name="Lines">What it found, one line a connection.</param>
/// <param name="Output">All that it wrote.</param>
internal sealed record ToolRun(int Code, IReadOnlyList<ToolLine> Lines, string Output)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Runs it with some settings; it trusts the root of the tests and nobody beside.</summary>
    public static Task<ToolRun> StartAsync(MailServers servers, EngineSettings settings, string command, params string[] arguments) =>
        StartAsync(servers, [], settings, [command, .. arguments]);

    /// <summary>The same where no network is: nobody outside hears what it asks for.</summary>
    public static Task<ToolRun> StartWithoutNetworkAsync(MailServers servers, EngineSettings settings, string command) =>
        StartAsync(servers, ["unshare", "--net"], settings, [command]);

    private static async Task<ToolRun> StartAsync(MailServers servers, IReadOnlyList<string> starter, EngineSettings settings, IReadOnlyList<string> arguments)
    {
        var folder = Directory.CreateTempSubdirectory("hde-tool-").FullName;
        try
        {
            var file = Path.Combine(folder, "appsettings.json");
            await File.WriteAllTextAsync(file, settings.ToJson(), TestContext.Current.CancellationToken);
            return await StartAsync(servers, [.. starter, BuiltProgram.DotNet, BuiltProgram.Tool, .. arguments, "--settings", file]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Runs it as it stands on a command line.</summary>
    public static async Task<ToolRun> StartAsync(MailServers servers, IReadOnlyList<string> words)
    {
        var start = new ProcessStartInfo(words[0], words.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SSL_CERT_FILE"] = servers.TrustedRoots;
        start.Environment["SSL_CERT_DIR"] = Path.GetDirectoryName(servers.TrustedRoots) + "/none";
        using var process = Process.Start(start)!;
        using var guard = new CancellationTokenSource(Eventually.Guard);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(guard.Token), process.StandardError.ReadToEndAsync(guard.Token));
        await process.WaitForExitAsync(guard.Token);
        var lines = (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return new ToolRun(
            process.ExitCode,
            [.. lines.Where(line => line.StartsWith('{')).Select(line => JsonSerializer.Deserialize<ToolLine>(line, Web)!)],
            await output + await error);
    }
}
