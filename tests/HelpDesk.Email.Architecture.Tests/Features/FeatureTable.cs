using System.Globalization;
using System.Text;
using HelpDesk.Email.Architecture.Tests.Repository;

namespace HelpDesk.Email.Architecture.Tests.Features;

/// <summary>The table of features as a page of the documentation.</summary>
internal static class FeatureTable
{
    public static string Write(IReadOnlyList<FeatureMark> marks)
    {
        var page = new StringBuilder();
        page.Append("# Features\n\n");
        page.Append("Every row stands here because the tests in its last column prove it. This page is made from the marks on those tests.\n\n");
        page.Append("| row | what it says | packages | tests |\n|---|---|---|---|\n");
        var order = FeatureRows.Sentences.Keys.ToList();
        foreach (var row in marks.GroupBy(mark => mark.Id).OrderBy(row => order.IndexOf(row.Key)))
        {
            var packages = row.SelectMany(mark => PackagesOf(mark.Project)).Distinct().Order(StringComparer.Ordinal);
            var tests = row.Select(Sentence).Distinct().Order(StringComparer.Ordinal);
            page.Append(CultureInfo.InvariantCulture, $"| {row.Key} | {FeatureRows.Sentences.GetValueOrDefault(row.Key)} | {string.Join(", ", packages)} | {string.Join("<br>", tests)} |\n");
        }

        return page.ToString();
    }

    private static string Sentence(FeatureMark mark) =>
        mark.Test is null ? $"all of {mark.Class}" : $"{mark.Test.Replace('_', ' ')} ({mark.Class})";

    // The tests of a package are named after it; others say by their references what they are about.
    private static IEnumerable<string> PackagesOf(string project)
    {
        var name = project.EndsWith(".Tests", StringComparison.Ordinal) ? project[..^".Tests".Length] : project;
        if (Package.All.Any(package => package.Name == name))
        {
            return [name];
        }

        // One that is only built, to be started, is no reference.
        var lines = File.ReadAllLines(RepositoryRoot.Combine("tests", project, $"{project}.csproj")).Where(line => !line.Contains("ReferenceOutputAssembly=\"false\"", StringComparison.Ordinal)).ToList();
        return Package.All.Select(package => package.Name)
            .Where(package => package != "HelpDesk.Email.Testing" && lines.Exists(line => line.Contains($"/{package}.csproj", StringComparison.Ordinal)));
    }
}
