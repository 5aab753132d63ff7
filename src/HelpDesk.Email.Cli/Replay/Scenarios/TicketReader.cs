using System.Globalization;
using System.Text.Json.Nodes;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Cli.Replay.Scenarios;

/// <summary>Reads the tickets of a scenario.</summary>
internal static class TicketReader
{
    // The engine writes no mail to it (RFC 2606).
    private static readonly EmailAddress Nobody = EmailAddress.Create("unknown@sender.invalid");

    public static ScenarioTicket Read(JsonMembers ticket, DateTimeOffset now, Action<string> warn)
    {
        var number = ticket.Needed("number");
        var made = new TicketSnapshot(number, ticket.Text("subject") ?? string.Empty, ticket.Word<TicketStatus>("status") ?? TicketStatus.Open, ticket.Address("requester") ?? Nobody)
        {
            Department = ticket.Text("department"),
            Participants = ticket.Addresses("participants"),
            Subscribers = ticket.Addresses("subscribers"),
            Assignee = ticket.Address("assignee"),
            IsLocked = ticket.Flag("locked", otherwise: false),
            MergedInto = ticket.Text("mergedInto"),
            Created = ticket.Moment("created") ?? now,
            Category = ticket.Text("category"),
            Type = ticket.Text("type"),
            Priority = ticket.Text("priority"),
        };
        var entries = ticket.Items("entries").Select((item, i) => Entry(item.Node, item.Path, made, i + 1, warn)).ToList();
        var ids = ticket.Texts("messageIds").Concat(entries.Select(entry => entry.MessageId).OfType<string>());
        return new ScenarioTicket(made, entries, [.. ids.Select(Bracketed).Distinct()]);
    }

    private static TicketEntry Entry(JsonNode? node, string path, TicketSnapshot ticket, int number, Action<string> warn)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{ticket.Number}:{number}");
        if (node is JsonValue value && value.TryGetValue<string>(out var text))
        {
            return new TicketEntry(id, ticket.Requester, text, ticket.Created);
        }

        var entry = new JsonMembers(node, path);
        var read = new TicketEntry(id, entry.Address("author") ?? ticket.Requester, entry.Text("text") ?? string.Empty, entry.Moment("at") ?? ticket.Created)
        {
            Kind = entry.Word<EntryKind>("kind") ?? EntryKind.Message,
            Visibility = entry.Word<EntryVisibility>("visibility") ?? EntryVisibility.Public,
            MessageId = entry.Text("messageId"),
        };
        ScenarioReader.Warn(entry, warn);
        return read;
    }

    private static string Bracketed(string id) => id.StartsWith('<') ? id : $"<{id}>";
}
