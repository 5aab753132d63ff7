using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using HelpDesk.Email.QuickStart.Tests.Server;

namespace HelpDesk.Email.QuickStart.Tests.Python;

/// <summary>Runs the scripts of this folder: a second opinion on mail that shares no line with this product.</summary>
internal static class PythonScript
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Gives a script an order and reads its answer. Where there is no Python the test is skipped; a build server has to have one.</summary>
    public static async Task<T> RunAsync<T>(string script, object order)
    {
        var start = new ProcessStartInfo("python3", [Path.Combine(AppContext.BaseDirectory, "Python", script)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PYTHONUTF8"] = "1";
        using var python = Begin(start);
        using var guard = new CancellationTokenSource(Eventually.Guard);
        var output = python.StandardOutput.ReadToEndAsync(guard.Token);
        var errors = python.StandardError.ReadToEndAsync(guard.Token);
        await python.StandardInput.WriteAsync(JsonSerializer.Serialize(order, Json));
        python.StandardInput.Close();
        await python.WaitForExitAsync(guard.Token);
        Assert.True(python.ExitCode == 0, $"{script} failed:\n{await errors}");
        return JsonSerializer.Deserialize<T>(await output, Json)!;
    }

    private static Process Begin(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip("There is no python3 on this machine; install Python 3.8 or later to have its smtplib and email packages check the mail.");
            throw;
        }
    }
}
