using System.Text.Json;

namespace HelpDesk.Email.Cli.Tests.Patterns;

/// <summary>What an expectation matches, and what it does not: a comparison that lets everything pass would prove nothing.</summary>
public sealed class JsonPatternTests
{
    [Theory]
    [InlineData("""{"a": 1}""", """{"a": 1, "b": 2}""", true)]
    [InlineData("""{"a": 1}""", """{"a": 2}""", false)]
    [InlineData("""{"a": null}""", """{}""", false)]
    [InlineData("""{"a": null}""", """{"a": null}""", true)]
    [InlineData("""[1, 2]""", """[1, 2]""", true)]
    [InlineData("""[1]""", """[1, 2]""", false)]
    [InlineData("""[]""", """null""", false)]
    [InlineData("\"~ell\"", "\"hello\"", true)]
    [InlineData("\"~ell\"", "\"hallo\"", false)]
    [InlineData("\"ell\"", "\"hello\"", false)]
    [InlineData("""{"$has": [2, "~b"]}""", """["abc", 1, 2]""", true)]
    [InlineData("""{"$has": [3]}""", """[1, 2]""", false)]
    [InlineData("""{"$none": {"a": 1}}""", """[{"a": 2}]""", true)]
    [InlineData("""{"$none": {"a": 1}}""", """[{"a": 1, "b": 2}]""", false)]
    [InlineData("""{"$not": "~x"}""", "\"hello\"", true)]
    [InlineData("""{"$not": "~l"}""", "\"hello\"", false)]
    public void An_expectation_matches_what_it_says(string expected, string actual, bool matches)
    {
        using var pattern = JsonDocument.Parse(expected);
        using var found = JsonDocument.Parse(actual);

        Assert.Equal(matches, !JsonPattern.Differences(pattern.RootElement, found.RootElement, "$").Any());
    }
}
