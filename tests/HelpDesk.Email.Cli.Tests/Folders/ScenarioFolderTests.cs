using System.Text.Json;
using HelpDesk.Email.Cli.Tests.Patterns;

namespace HelpDesk.Email.Cli.Tests.Folders;

/// <summary>Each folder of tests/Scenarios, replayed, gives what its expected.json says.</summary>
public sealed class ScenarioFolderTests
{
    private static readonly string[] Members = ["says", "features", "mails", "tickets", "outbox", "code"];

    public static TheoryData<string> Names => new(ScenarioFolder.Names);

    /// <summary>Each with the rows that it proves, so that a run can be filtered by them like that of any other test.</summary>
    public static IEnumerable<TheoryDataRow<string>> Proofs => ScenarioFolder.Names.Select(name =>
        ScenarioFolder.FeaturesOf(name).Aggregate(new TheoryDataRow<string>(name), (row, feature) => row.WithTrait("Feature", feature)));

    [Theory]
    [MemberData(nameof(Proofs))]
    public async Task A_scenario_ends_as_it_says(string name)
    {
        using var folder = new TestFolder();
        ScenarioFolder.Copy(name, folder);
        using var expected = JsonDocument.Parse(await File.ReadAllTextAsync(folder.At("expected.json"), TestContext.Current.CancellationToken));

        var run = await Tool.RunAsync("replay", folder.At("scenario.json"));

        Assert.True(run.Lines.Count > 0, run.Error);
        Assert.Equal(expected.RootElement.TryGetProperty("code", out var code) ? code.GetInt32() : 0, run.Code);
        var differences = Compare(expected.RootElement, run).ToList();
        Assert.True(differences.Count == 0, $"{string.Join('\n', differences)}\n\n{run.Error}\n{run.Out}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_scenario_says_what_it_shows_and_expects_something_of_each_mail(string name)
    {
        using var expected = JsonDocument.Parse(await File.ReadAllTextAsync(ScenarioFolder.At(name, "expected.json"), TestContext.Current.CancellationToken));

        Assert.All(expected.RootElement.EnumerateObject(), member => Assert.Contains(member.Name, Members));
        Assert.EndsWith(".", expected.RootElement.GetProperty("says").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(expected.RootElement.GetProperty("features").EnumerateArray());
        Assert.All(expected.RootElement.GetProperty("mails").EnumerateArray(), mail => Assert.True(mail.TryGetProperty("outcome", out _)));
    }

    private static IEnumerable<string> Compare(JsonElement expected, ToolRun run)
    {
        var mails = run.Lines.SkipLast(1).ToList();
        var wanted = expected.GetProperty("mails").EnumerateArray().ToList();
        if (mails.Count != wanted.Count)
        {
            return [$"There are {mails.Count} mails, expected are {wanted.Count}."];
        }

        var ofMails = mails.SelectMany((mail, i) => JsonPattern.Differences(wanted[i], mail, mail.Text("file")!));
        var ofEnd = new[] { "tickets", "outbox" }.SelectMany(part => expected.TryGetProperty(part, out var pattern)
            ? JsonPattern.Differences(pattern, run.Lines[^1].GetProperty(part), part)
            : []);
        return ofMails.Concat(ofEnd);
    }
}
