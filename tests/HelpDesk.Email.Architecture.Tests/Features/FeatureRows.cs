using System.Reflection;

namespace HelpDesk.Email.Architecture.Tests.Features;

/// <summary>What each mark means, in one sentence.</summary>
internal static class FeatureRows
{
    public static IReadOnlyDictionary<string, string> Sentences { get; } = Load();

    private static Dictionary<string, string> Load()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("features.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', 2)).ToDictionary(parts => parts[0], parts => parts[1].Trim());
    }
}
