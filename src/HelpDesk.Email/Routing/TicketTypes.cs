using HelpDesk.Email.Configuration;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Routing;

/// <summary>What a type brings to a ticket that is made with it.</summary>
internal static class TicketTypes
{
    /// <returns>What was done, for the trace.</returns>
    public static string Write(TicketDraft draft, string name, TicketTypeOptions type)
    {
        var done = new List<string>();
        if (draft.Assignee is null && type.Assignee is { Length: > 0 } assignee)
        {
            draft.Assignee = EmailAddress.Create(assignee);
            done.Add("an assignee");
        }

        foreach (var address in type.Notify.Select(text => EmailAddress.Create(text)).Except(draft.Notify).ToList())
        {
            draft.Notify.Add(address);
        }

        if (type.Notify.Count > 0)
        {
            done.Add($"{type.Notify.Count} to notify");
        }

        return $"TicketTypes:{name}: {(done.Count == 0 ? "nothing" : string.Join(", ", done))}";
    }
}
