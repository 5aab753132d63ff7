using System.Diagnostics;
using System.Reflection;

namespace HelpDesk.Email.Benchmarks.Children;

/// <summary>Starts this program once more, as a help desk of its own.</summary>
internal static class OwnProcess
{
    /// <summary>Starts it; its output is read by the caller, and its input written.</summary>
    public static Process Start(params IEnumerable<string> words) =>
        Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. Program(), .. words]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;

    // By `dotnet run` it is a program of its own, by `dotnet FILE` the file has to be named.
    private static IEnumerable<string> Program() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Assembly.GetEntryAssembly()!.Location] : [];
}
