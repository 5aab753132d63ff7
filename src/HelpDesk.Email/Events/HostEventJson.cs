using System.Text.Json;
using System.Text.Json.Serialization;
using HelpDesk.Email.Decisions;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;
using HelpDesk.Email.Tickets.Events;

namespace HelpDesk.Email.Events;

/// <summary>Events as they stand in the store.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(EmailAddressJsonConverter)])]
[JsonSerializable(typeof(TicketCreated))]
[JsonSerializable(typeof(TicketUpdated))]
internal sealed partial class HostEventJson : JsonSerializerContext
{
    /// <summary>The event of a result; its id is the operation's, so that it is the same whoever tells it.</summary>
    public static NewHostEvent Of(ApplyResult result, Cause cause, Guid operationId, DateTimeOffset at)
    {
        var ticket = result.Ticket!;
        if (result.Created)
        {
            var created = new TicketCreated(operationId, at, ticket) { EntryKind = cause.EntryKind, IsAutomatic = cause.IsAutomatic };
            return new NewHostEvent(operationId, nameof(TicketCreated), ticket.Number, JsonSerializer.Serialize(created, Default.TicketCreated));
        }

        var updated = new TicketUpdated(operationId, at, ticket, result.EntryId, result.Reopened) { EntryKind = cause.EntryKind, IsAutomatic = cause.IsAutomatic };
        return new NewHostEvent(operationId, nameof(TicketUpdated), ticket.Number, JsonSerializer.Serialize(updated, Default.TicketUpdated));
    }

    /// <summary>Reads an event back.</summary>
    /// <exception cref="FormatException">A type that this version does not know.</exception>
    public static TicketEvent Read(NewHostEvent stored) => stored.Type switch
    {
        nameof(TicketCreated) => JsonSerializer.Deserialize(stored.Payload, Default.TicketCreated)!,
        nameof(TicketUpdated) => JsonSerializer.Deserialize(stored.Payload, Default.TicketUpdated)!,
        _ => throw new FormatException($"Event {stored.Id} has the type {stored.Type}, which this version does not know."),
    };
}
