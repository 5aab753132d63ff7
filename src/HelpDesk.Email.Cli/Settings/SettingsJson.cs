using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HelpDesk.Email.Cli.Output;
using HelpDesk.Email.Configuration;
using Microsoft.Extensions.Configuration;

namespace HelpDesk.Email.Cli.Settings;

/// <summary>Settings as JSON: the section <c>HelpDeskEmail</c> as it stands in a host's appsettings.json.</summary>
internal static class SettingsJson
{
    private const string Section = "HelpDeskEmail";

    /// <summary>The section within a document, or <see langword="null"/> where the document has none.</summary>
    public static JsonObject? FindSection(JsonObject document) =>
        document.FirstOrDefault(member => member.Key.Equals(Section, StringComparison.OrdinalIgnoreCase)).Value as JsonObject;

    /// <summary>The settings by their keys below the section.</summary>
    /// <exception cref="UsageException">A key stands there twice.</exception>
    public static Dictionary<string, string?> Flatten(JsonObject section)
    {
        try
        {
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes(section.ToJsonString()));
            return new ConfigurationBuilder().AddJsonStream(stream).Build().AsEnumerable()
                .Where(setting => setting.Value is not null)
                .ToDictionary(setting => setting.Key, setting => setting.Value, StringComparer.OrdinalIgnoreCase);
        }
        catch (Exception e) when (e is FormatException or InvalidDataException)
        {
            throw new UsageException($"The settings can't be read: {e.Message}", e);
        }
    }

    /// <summary>The settings as options.</summary>
    /// <exception cref="UsageException">A value is not of its type.</exception>
    public static HelpDeskEmailOptions Bind(JsonObject section)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Flatten(section)).Build();
        try
        {
            return configuration.Get<HelpDeskEmailOptions>() ?? new HelpDeskEmailOptions();
        }
        catch (InvalidOperationException e)
        {
            throw new UsageException($"The settings can't be read: {e.Message} {e.InnerException?.Message}".TrimEnd(), e);
        }
    }

    /// <summary>One section over another: objects are joined, anything else is replaced, keys know no case.</summary>
    public static JsonObject Merge(JsonObject below, JsonObject above)
    {
        var merged = new JsonObject(new JsonNodeOptions { PropertyNameCaseInsensitive = true });
        foreach (var (key, value) in below)
        {
            merged[key] = value?.DeepClone();
        }

        foreach (var (key, value) in above)
        {
            merged[key] = merged[key] is JsonObject joined && value is JsonObject other ? Merge(joined, other) : value?.DeepClone();
        }

        return merged;
    }

    /// <summary>Reads a document that is an object; comments and commas at the end are allowed, as in appsettings.json.</summary>
    /// <exception cref="UsageException">The file is not there, or is no JSON object.</exception>
    public static async Task<JsonObject> ReadDocumentAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var text = await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false);
            return JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowDuplicateProperties = false })
                as JsonObject ?? throw new UsageException($"{path} is JSON, but no object.");
        }
        catch (JsonException e)
        {
            throw new UsageException($"{path} is no JSON: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} can't be read: {e.Message}", e);
        }
    }
}
