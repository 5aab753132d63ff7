using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDesk.Email.Cli.Output;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Cli.Replay.Scenarios;

/// <summary>Reads the members of one JSON object, says exactly which one is wrong, and remembers those that nobody asked for.</summary>
internal sealed class JsonMembers
{
    private readonly JsonObject _source;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public JsonMembers(JsonNode? source, string path)
    {
        Path = path;
        _source = source as JsonObject ?? throw Wrong(path, "is no object");
    }

    /// <summary>Where the object stands, for messages.</summary>
    public string Path { get; }

    /// <summary>The members that nobody asked for.</summary>
    public IEnumerable<string> Unasked => _source.Select(member => member.Key).Where(key => !_asked.Contains(key));

    public static UsageException Wrong(string path, string problem) => new($"{path} {problem}.");

    public bool Has(string name) => Find(name) is not null;

    public JsonNode? Find(string name)
    {
        _asked.Add(name);
        return _source[name];
    }

    public string? Text(string name) => Find(name) switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => value.ToJsonString(),
        _ => throw Wrong(At(name), "is no text"),
    };

    public string Needed(string name) => Text(name) is { Length: > 0 } text ? text : throw Wrong(At(name), "is missing");

    public bool Flag(string name, bool otherwise) => Find(name) switch
    {
        null => otherwise,
        JsonValue value when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False => value.GetValue<bool>(),
        _ => throw Wrong(At(name), "is neither true nor false"),
    };

    public DateTimeOffset? Moment(string name) => Text(name) is not { } text ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment
        : throw Wrong(At(name), $"is '{text}'; write a time such as 2026-11-21T10:00:00Z");

    public TimeSpan Duration(string name) =>
        TimeSpan.TryParse(Needed(name), CultureInfo.InvariantCulture, out var duration) && duration >= TimeSpan.Zero ? duration
        : throw Wrong(At(name), $"is '{Text(name)}'; write a duration such as 00:31:00, or 2.00:00:00 for two days");

    public EmailAddress? Address(string name, string? displayName = null) => Text(name) is { } text ? Address(text, At(name), displayName) : null;

    public IReadOnlyList<string> Texts(string name) =>
        [.. Items(name).Select(item => item.Node is JsonValue value && value.TryGetValue<string>(out var text) ? text : throw Wrong(item.Path, "is no text"))];

    public IReadOnlyList<EmailAddress> Addresses(string name) => [.. Texts(name).Select(text => Address(text, At(name), null))];

    public TEnum? Word<TEnum>(string name)
        where TEnum : struct, Enum
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        // Enum.TryParse would take numbers too.
        var word = Enum.GetNames<TEnum>().FirstOrDefault(known => known.Equals(text, StringComparison.OrdinalIgnoreCase));
        return word is not null
            ? Enum.Parse<TEnum>(word)
            : throw Wrong(At(name), $"is '{text}'; it can be {string.Join(", ", Enum.GetNames<TEnum>().Select(JsonNamingPolicy.CamelCase.ConvertName))}");
    }

    public IReadOnlyList<(JsonNode? Node, string Path)> Items(string name) => Find(name) switch
    {
        null => [],
        JsonArray array => [.. array.Select((node, i) => (node, string.Create(CultureInfo.InvariantCulture, $"{At(name)}[{i}]")))],
        _ => throw Wrong(At(name), "is no list"),
    };

    private static EmailAddress Address(string text, string path, string? name) =>
        EmailAddress.TryCreate(text, name, out var address) ? address : throw Wrong(path, $"is '{text}', which is no e-mail address");

    private string At(string name) => Path.Length == 0 ? name : $"{Path}.{name}";
}
