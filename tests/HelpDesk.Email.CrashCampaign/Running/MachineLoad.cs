using System.Globalization;

namespace HelpDesk.Email.CrashCampaign.Running;

/// <summary>What else the machine does: times were taken beside it.</summary>
internal static class MachineLoad
{
    /// <summary>How many threads wanted a processor in the last minute; 0 where nobody says so.</summary>
    public static async Task<double> ReadAsync(CancellationToken cancellationToken)
    {
        const string File = "/proc/loadavg";
        return System.IO.File.Exists(File)
            ? double.Parse((await System.IO.File.ReadAllTextAsync(File, cancellationToken)).Split(' ')[0], CultureInfo.InvariantCulture)
            : 0;
    }
}
