using System.Text.Json;
using System.Text.Json.Serialization;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Decisions;

/// <summary>Writes a decision into the journal and reads it back; what is read back is what is applied.</summary>
internal static class DecisionJson
{
    public static string Write(ChangeDecision decision) =>
        JsonSerializer.Serialize(new StoredDecision(ToStored(decision.Change), decision.Cause), DecisionJsonContext.Default.StoredDecision);

    /// <summary>Reads a decision for an operation.</summary>
    /// <param name="json">The text in the journal.</param>
    /// <param name="operationId">The operation of the row.</param>
    /// <param name="openPart">Opens a part of the row's octets by its number.</param>
    public static (TicketChange Change, Cause Cause) Read(string json, Guid operationId, Func<int, Stream> openPart)
    {
        var stored = JsonSerializer.Deserialize(json, DecisionJsonContext.Default.StoredDecision)
            ?? throw new FormatException("The decision in the journal is the JSON value null.");
        return (FromStored(stored.Change, operationId, openPart), stored.Cause);
    }

    private static StoredChange ToStored(TicketChange change) => new()
    {
        TicketNumber = change.TicketNumber,
        ExpectedVersion = change.ExpectedVersion,
        Subject = change.Subject,
        Requester = change.Requester,
        Department = change.Department,
        Status = change.Status,
        AddParticipants = change.AddParticipants,
        AddSubscribers = change.AddSubscribers,
        RemoveSubscribers = change.RemoveSubscribers,
        Type = change.Type,
        Priority = change.Priority,
        Category = change.Category,
        Assignee = change.Assignee,
        Fields = change.Fields,
        LinkedTo = change.LinkedTo,
        Entry = change.Entry is not { } entry ? null : new StoredEntry(entry.Author, entry.Text)
        {
            Kind = entry.Kind,
            Visibility = entry.Visibility,
            Html = entry.Html,
            At = entry.At,
            MessageId = entry.MessageId,
            JournalId = entry.JournalId,
            Attachments =
            [
                .. entry.Attachments.Select(a =>
                    new StoredAttachment(a.PartIndex, a.FileName, a.ContentType, a.Size, a.Sha256, a.ContentId, a.IsInline)
                    {
                        FoundType = a.FoundType,
                        IsLogo = a.IsLogo,
                    }),
            ],
        },
    };

    private static TicketChange FromStored(StoredChange change, Guid operationId, Func<int, Stream> openPart) => new()
    {
        OperationId = operationId,
        TicketNumber = change.TicketNumber,
        ExpectedVersion = change.ExpectedVersion,
        Subject = change.Subject,
        Requester = change.Requester,
        Department = change.Department,
        Status = change.Status,
        AddParticipants = change.AddParticipants,
        AddSubscribers = change.AddSubscribers,
        RemoveSubscribers = change.RemoveSubscribers,
        Type = change.Type,
        Priority = change.Priority,
        Category = change.Category,
        Assignee = change.Assignee,
        Fields = change.Fields,
        LinkedTo = change.LinkedTo,
        Entry = change.Entry is not { } entry ? null : new NewTicketEntry(entry.Author, entry.Text)
        {
            Kind = entry.Kind,
            Visibility = entry.Visibility,
            Html = entry.Html,
            At = entry.At,
            MessageId = entry.MessageId,
            JournalId = entry.JournalId,
            Attachments =
            [
                .. entry.Attachments.Select(a => new TicketAttachment(a.FileName, a.ContentType, a.Size, a.Sha256)
                {
                    ContentId = a.ContentId,
                    IsInline = a.IsInline,
                    FoundType = a.FoundType,
                    IsLogo = a.IsLogo,
                    PartIndex = a.PartIndex,
                    Open = () => openPart(a.PartIndex),
                }),
            ],
        },
    };
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(EmailAddressJsonConverter)])]
[JsonSerializable(typeof(StoredDecision))]
internal sealed partial class DecisionJsonContext : JsonSerializerContext;
