using System.Text.RegularExpressions;
using HelpDesk.Email.Architecture.Tests.Repository;

namespace HelpDesk.Email.Architecture.Tests.Features;

/// <summary>Finds the marks in the source of all tests.</summary>
internal static partial class FeatureMarks
{
    public static IReadOnlyList<FeatureMark> All { get; } = [.. RepositoryRoot.CSharpFiles("tests").SelectMany(Read), .. ScenarioMarks.All];

    private static IEnumerable<FeatureMark> Read(string file)
    {
        var waiting = new List<string>();
        var holder = Path.GetFileNameWithoutExtension(file);
        foreach (var line in File.ReadLines(RepositoryRoot.Combine(file)))
        {
            waiting.AddRange(Mark().Matches(line).Select(match => match.Groups[1].Value));
            var declared = Class().Match(line);
            var method = declared.Success ? Match.Empty : Method().Match(line);
            if (declared.Success)
            {
                holder = declared.Groups[1].Value;
            }

            if (declared.Success || method.Success)
            {
                foreach (var id in waiting)
                {
                    yield return new FeatureMark(id, file.Split('/')[1], holder, method.Success ? method.Groups[1].Value : null);
                }

                waiting.Clear();
            }
        }
    }

    [GeneratedRegex(@"Trait\(""Feature"",\s*""([^""]*)""\)", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"^\s*(?:(?:public|internal|sealed|abstract|static|partial)\s+)+class\s+(\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex Class();

    [GeneratedRegex(@"^\s*public\s+(?:[\w<>]+\s+)+(\w+)\s*\(", RegexOptions.CultureInvariant)]
    private static partial Regex Method();
}
