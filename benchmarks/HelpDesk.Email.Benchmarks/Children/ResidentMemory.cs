using System.Globalization;

namespace HelpDesk.Email.Benchmarks.Children;

/// <summary>How much memory of a process is resident, as the kernel says; on Linux alone.</summary>
/// <param name="Kilobytes">Now.</param>
/// <param name="PeakKilobytes">The most since it was last forgotten.</param>
internal sealed record ResidentMemory(long Kilobytes, long PeakKilobytes)
{
    private const string Status = "/proc/self/status";

    public static bool IsKnown => File.Exists(Status);

    public static ResidentMemory Now()
    {
        var lines = File.ReadAllLines(Status);
        return new ResidentMemory(Field(lines, "VmRSS:"), Field(lines, "VmHWM:"));
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static ResidentMemory Parse(string text)
    {
        var numbers = text.Split(' ').Select(number => long.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return new ResidentMemory(numbers[0], numbers[1]);
    }

    /// <summary>Lets the peak begin anew (proc(5), clear_refs).</summary>
    public static void ForgetPeak() => File.WriteAllText("/proc/self/clear_refs", "5");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kilobytes} {PeakKilobytes}");

    private static long Field(string[] lines, string name) =>
        long.Parse(lines.Single(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..].Replace("kB", string.Empty, StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture);
}
