using System.Text.Json;
using HelpDesk.Email.Architecture.Tests.Repository;

namespace HelpDesk.Email.Architecture.Tests.Features;

/// <summary>Reads the marks of the scenarios, which the tests of the tool replay.</summary>
internal static class ScenarioMarks
{
    public static IEnumerable<FeatureMark> All =>
        Directory.GetDirectories(RepositoryRoot.Combine("tests/Scenarios")).Order(StringComparer.Ordinal).SelectMany(Read);

    private static List<FeatureMark> Read(string folder)
    {
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")));
        return [.. expected.RootElement.GetProperty("features").EnumerateArray()
            .Select(id => new FeatureMark(id.GetString()!, "HelpDesk.Email.Cli.Tests", "Scenarios", Path.GetFileName(folder).Replace('-', ' ')))];
    }
}
