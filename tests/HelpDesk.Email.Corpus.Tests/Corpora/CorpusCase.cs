using System.Text.Json;

namespace HelpDesk.Email.Corpus.Tests.Corpora;

/// <summary>A mail with what is expected of it.</summary>
/// <param name="Id">Its name: set and number.</param>
/// <param name="File">The mail: <c>.eml</c> for a whole message, <c>.txt</c> or <c>.html</c> for a body alone.</param>
/// <param name="Input">What is said of the mail.</param>
/// <param name="Expected">What is expected, by key.</param>
internal sealed record CorpusCase(string Id, string File, JsonElement Input, JsonElement Expected)
{
    public static CorpusCase Read(string path)
    {
        using var document = JsonDocument.Parse(System.IO.File.ReadAllBytes(path));
        var root = document.RootElement.Clone();
        var input = root.GetProperty("input");
        var mail = Path.Combine(Path.GetDirectoryName(path)!, input.GetProperty("file").GetString()!);
        return new CorpusCase(root.GetProperty("id").GetString()!, mail, input, root.GetProperty("expected"));
    }

    /// <summary>An expected text, or <see langword="null"/>.</summary>
    public string? Text(string key) => Expected.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A list of expected texts; empty where there is none.</summary>
    public IEnumerable<string> Texts(string key) =>
        Expected.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(item => item.GetString()!) : [];

    /// <summary>Whether something is expected to be so.</summary>
    public bool Is(string key) => Expected.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.True;
}
