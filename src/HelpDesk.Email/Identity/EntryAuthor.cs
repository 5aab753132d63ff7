using HelpDesk.Email.Inbound;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Identity;

/// <summary>Says under whose name the words of a mail stand in a ticket.</summary>
internal static class EntryAuthor
{
    /// <summary>The name, and the line that shows the real sender where it is another's; otherwise <see langword="null"/>.</summary>
    public static (EmailAddress Author, string? Note) Of(InboundContext context)
    {
        var sender = context.Sender;
        if (!context.Settings.Identity.InNameOfAssignee || sender.IsTechnician || context.Classification.IsAutomatic
            || context.Match?.Ticket.Assignee is not { } assignee || sender.Is(assignee))
        {
            return (sender.WritesAs, null);
        }

        var name = sender.Address.Name is { } shown ? $"{shown} " : string.Empty;
        return (assignee, $"Written by {name}<{sender.Address}>, and put in the name of the assignee by Identity:InNameOfAssignee.");
    }
}
