using System.Diagnostics;

namespace HelpDesk.Email.Servers.Tests.Servers;

/// <summary>Runs a program to its end.</summary>
internal static class ProgramRun
{
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;

        // Daemons that it leaves behind may hold its output open: only its end is waited for.
        var errors = process.StandardError.ReadLineAsync();
        using var guard = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await process.WaitForExitAsync(guard.Token);
        var words = process.ExitCode == 0 ? null : await errors;
        return process.ExitCode == 0 ? string.Empty : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {words}");
    }
}
