using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HelpDesk.Email.Mailing;

/// <summary>The values that a host gives for a template, as JSON: text, numbers, truth values, moments, lists and dictionaries.</summary>
/// <remarks>A moment is an object with the one member <c>$at</c>, so that it is one again when it is read.</remarks>
internal sealed class PlainValues : JsonConverter<IReadOnlyDictionary<string, object?>>
{
    private const string Moment = "$at";
    private const int MaxDepth = 16;

    /// <summary>Refuses what a template may not have.</summary>
    /// <exception cref="ArgumentException">Names the value.</exception>
    public static void Check(IReadOnlyDictionary<string, object?> values, string parameter) => Check(values, string.Empty, 0, parameter);

    public override IReadOnlyDictionary<string, object?> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return ReadObject(document.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, object?> value, JsonSerializerOptions options) => WriteValue(writer, value);

    // The depth is bounded by Check, and by the reader of JSON.
    private static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case DateTimeOffset at:
                writer.WriteStartObject();
                writer.WriteString(Moment, at.ToString("O", CultureInfo.InvariantCulture));
                writer.WriteEndObject();
                break;
            case IReadOnlyDictionary<string, object?> dictionary:
                writer.WriteStartObject();
                foreach (var (name, inner) in dictionary)
                {
                    writer.WritePropertyName(name);
                    WriteValue(writer, inner);
                }

                writer.WriteEndObject();
                break;
            case IReadOnlyList<object?> list:
                writer.WriteStartArray();
                foreach (var inner in list)
                {
                    WriteValue(writer, inner);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteNumberValue(Convert.ToDecimal(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static Dictionary<string, object?> ReadObject(JsonElement element) =>
        element.EnumerateObject().ToDictionary(member => member.Name, member => ReadValue(member.Value), StringComparer.Ordinal);

    private static object? ReadValue(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => element.TryGetInt64(out var whole) ? whole : (object)element.GetDecimal(),
        JsonValueKind.Array => element.EnumerateArray().Select(ReadValue).ToList(),
        JsonValueKind.Object => element.TryGetProperty(Moment, out var at) && at.TryGetDateTimeOffset(out var moment) ? moment : ReadObject(element),
        _ => null,
    };

    private static void Check(object? value, string path, int depth, string parameter)
    {
        switch (value)
        {
            case null or string or bool or DateTimeOffset or sbyte or byte or short or ushort or int or uint or long or ulong or decimal:
                return;
            case IReadOnlyDictionary<string, object?> dictionary when depth < MaxDepth:
                foreach (var (name, inner) in dictionary)
                {
                    Check(inner, path.Length == 0 ? name : $"{path}.{name}", depth + 1, parameter);
                }

                return;
            case IReadOnlyList<object?> list when depth < MaxDepth:
                foreach (var inner in list)
                {
                    Check(inner, path, depth + 1, parameter);
                }

                return;
            default:
                throw new ArgumentException(
                    $"The value '{path}' is a {value.GetType().FullName}. A template may have text, whole and decimal numbers, truth values, DateTimeOffset, IReadOnlyDictionary<string, object?> and IReadOnlyList<object?> of these, to a depth of {MaxDepth}.",
                    parameter);
        }
    }
}
