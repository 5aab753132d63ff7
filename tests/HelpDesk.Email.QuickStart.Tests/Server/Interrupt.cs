using System.Globalization;
using System.Runtime.InteropServices;

namespace HelpDesk.Email.QuickStart.Tests.Server;

/// <summary>Ctrl-C for one process.</summary>
internal static class Interrupt
{
    private const int Sigint = 2;

    /// <summary>Sends SIGINT.</summary>
    public static void Send(int processId) => Assert.Equal(0, Kill(processId, Sigint));

    /// <summary>Sees to it that processes started from here notice Ctrl-C.</summary>
    /// <remarks>A shell that runs the tests in the background has them ignore SIGINT, and what is ignored stays ignored in their children.</remarks>
    public static void Allow()
    {
        const string Field = "SigIgn:";
        if (File.Exists("/proc/self/status")
            && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith(Field, StringComparison.Ordinal)) is { } ignored
            && (ulong.Parse(ignored.AsSpan(Field.Length).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & (1UL << (Sigint - 1))) != 0)
        {
            _ = Signal(Sigint, 0);
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int processId, int signal);

    [DllImport("libc", EntryPoint = "signal", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Signal(int signal, nint handler);
}
