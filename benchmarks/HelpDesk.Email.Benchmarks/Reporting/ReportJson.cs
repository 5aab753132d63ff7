using System.Runtime.InteropServices;
using System.Text.Json;

namespace HelpDesk.Email.Benchmarks.Reporting;

/// <summary>Writes figures as a file for programs.</summary>
internal static class ReportJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static void Write(string path, IReadOnlyList<Figure> figures)
    {
        using var file = File.Create(path);
        JsonSerializer.Serialize(
            file,
            new { runtime = RuntimeInformation.FrameworkDescription, processors = Environment.ProcessorCount, figures },
            Options);
    }
}
