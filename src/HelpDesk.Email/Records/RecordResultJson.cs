using System.Text.Json;
using System.Text.Json.Serialization;

namespace HelpDesk.Email.Records;

/// <summary>Results as they stand in the journal.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RecordResult))]
internal sealed partial class RecordResultJson : JsonSerializerContext
{
    public static string Write(RecordResult result) => JsonSerializer.Serialize(result, Default.RecordResult);

    public static RecordResult Read(string json) =>
        JsonSerializer.Deserialize(json, Default.RecordResult) ?? throw new FormatException("The result in the journal is the JSON value null.");
}
