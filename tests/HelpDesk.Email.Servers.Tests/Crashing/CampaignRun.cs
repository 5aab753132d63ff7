using System.Diagnostics;
using System.Text.Json;
using HelpDesk.Email.PostgreSql.Tests.Servers;
using HelpDesk.Email.Servers.Tests.Programs;
using HelpDesk.Email.Servers.Tests.Servers;

namespace HelpDesk.Email.Servers.Tests.Crashing;

/// <summary>One run of the crash campaign as a process.</summary>
/// <param name="Code">What it told the shell.</param>
/// <param name="Figures">Its last line.</param>
/// <param name="Words">What it said besides.</param>
internal sealed record CampaignRun(int Code, JsonElement Figures, string Words)
{
    private const string Strace = "/usr/bin/strace";

    public static async Task<CampaignRun> RunAsync(string arguments, CancellationToken cancellationToken)
    {
        ServerPrograms.Require();
        PostgreSqlPrograms.Require();
        RequireStrace();
        string[] words = [BuiltProgram.Campaign, .. arguments.Split(' ')];
        using var process = Process.Start(new ProcessStartInfo(BuiltProgram.DotNet, words) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            var last = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault();
            Assert.False(last is null, $"The campaign has no figures:\n{await errors}");
            return new CampaignRun(process.ExitCode, JsonDocument.Parse(last).RootElement, await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    public int Count(string figure) => Figures.GetProperty(figure).GetInt32();

    // As for the servers: a build server has to have it.
    private static void RequireStrace()
    {
        if (!File.Exists(Strace))
        {
            const string Reason = $"{Strace} not found. On Debian: apt-get install strace";
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", Reason);
            Assert.Skip(Reason);
        }
    }
}
