using System.Text.Json;

namespace HelpDesk.Email.Cli.Tests;

/// <summary>What a run left.</summary>
internal sealed record ToolRun(int Code, string Out, string Error)
{
    /// <summary>The lines of JSON.</summary>
    public IReadOnlyList<JsonElement> Lines { get; } =
        Out.StartsWith('{') ? [.. Out.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement)] : [];

    /// <summary>The only line.</summary>
    public JsonElement Line => Assert.Single(Lines);
}
