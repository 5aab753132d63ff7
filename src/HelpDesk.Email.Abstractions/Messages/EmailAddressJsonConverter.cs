using System.Text.Json;
using System.Text.Json.Serialization;

namespace HelpDesk.Email.Messages;

/// <summary>Writes an <see cref="EmailAddress"/> as <c>{"address": "...", "name": ...}</c>.</summary>
public sealed class EmailAddressJsonConverter : JsonConverter<EmailAddress>
{
    /// <inheritdoc/>
    public override EmailAddress? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? address = null;
        string? name = null;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("An address is an object with 'address' and 'name'.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var property = reader.GetString();
            reader.Read();
            if (property == "address")
            {
                address = reader.GetString();
            }
            else if (property == "name")
            {
                name = reader.GetString();
            }
            else
            {
                reader.Skip();
            }
        }

        return EmailAddress.TryCreate(address, name, out var made)
            ? made
            : throw new JsonException("The value of 'address' is not an e-mail address.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, EmailAddress value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("address", value.Address);
        writer.WriteString("name", value.Name);
        writer.WriteEndObject();
    }
}
