using HelpDesk.Email.Inbound;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Records;

/// <summary>The fields of a ticket that a mail with a keyword may set. The lines stay in the entry: they are what was asked for.</summary>
internal static class TicketFields
{
    private const string HostField = "field.";
    private static readonly string[] Names = ["requester", "status", "type", "priority", "category", "department", "assignee"];

    /// <returns>The names of the fields that were set, for the trace.</returns>
    public static IReadOnlyList<string> Write(InboundContext context, bool isNew)
    {
        var (fields, _) = RecordFields.Split(context.Extracted.Reply, IsKnown);
        var set = new List<string>();
        foreach (var (name, value) in fields.Where(field => field.Value.Length > 0))
        {
            if (WhyNot(context.Draft, name, value, isNew) is { } reason)
            {
                context.Draft.Notes.Add($"{name} was not set: {reason}");
            }
            else
            {
                set.Add(name.ToLowerInvariant());
            }
        }

        return set;
    }

    private static bool IsKnown(string name) =>
        Names.Contains(name, StringComparer.OrdinalIgnoreCase) || (name.Length > HostField.Length && name.StartsWith(HostField, StringComparison.OrdinalIgnoreCase));

    // Sets a field, or says why it was not set.
    private static string? WhyNot(TicketDraft draft, string name, string value, bool isNew)
    {
        switch (name.ToLowerInvariant())
        {
            case "type":
                draft.Type = value;
                return null;
            case "priority":
                draft.Priority = value;
                return null;
            case "category":
                draft.Category = value;
                return null;
            case "department" when isNew:
                draft.Department = value;
                return null;
            case "requester" when isNew && EmailAddress.TryCreate(value, null, out var requester):
                draft.Requester = requester;
                return null;
            case "department" or "requester" when !isNew:
                return "only a new ticket gets one by mail";
            case "assignee" when EmailAddress.TryCreate(value, null, out var assignee):
                draft.Assignee = assignee;
                return null;
            case "assignee" or "requester":
                return "write an address";
            case "status" when char.IsAsciiLetter(value[0]) && Enum.TryParse<TicketStatus>(value, ignoreCase: true, out var status):
                draft.Status = status;
                return null;
            case "status":
                return "write new, open, pending or closed";
            default:
                draft.Fields[name[HostField.Length..]] = value;
                return null;
        }
    }
}
