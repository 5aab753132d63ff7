using HelpDesk.Email.Configuration;
using HelpDesk.Email.Contacts;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Admission;

/// <summary>Whether a mail may start a ticket, by where it came to and who wrote it.</summary>
internal static class TicketStart
{
    /// <summary>The refusal, or <see langword="null"/>.</summary>
    public static StepVerdict? WhyNot(InboundContext context, string? department)
    {
        var settings = context.Settings.DepartmentOf(department);
        if (!settings.AcceptsMail)
        {
            return StepVerdict.Reject($"the department takes no tickets by mail; Departments:{department}:AcceptsMail is false", TemplateNames.RejectedByPolicy);
        }

        return WhyNot(context.Sender, context.Mailbox.NewTicketsFrom, $"Mailboxes:{context.Entry.Mailbox}")
            ?? WhyNot(context.Sender, settings.NewTicketsFrom, $"Departments:{department}");
    }

    private static RejectVerdict? WhyNot(SenderIdentity sender, TicketStarters allowed, string place) => IsAmong(sender, allowed)
        ? null
        : (RejectVerdict)StepVerdict.Reject($"{Describe(sender)} starts no ticket here; {place}:NewTicketsFrom is {allowed}", TemplateNames.RejectedByRequirements);

    private static bool IsAmong(SenderIdentity sender, TicketStarters allowed)
    {
        var known = Known(sender);
        var isTechnician = known is { Role: not ContactRole.Requester };
        return allowed switch
        {
            TicketStarters.Registered => isTechnician || known is { IsRegistered: true },
            TicketStarters.Requesters => !isTechnician,
            TicketStarters.RegisteredRequesters => !isTechnician && known is { IsRegistered: true },
            TicketStarters.Technicians => isTechnician,
            TicketStarters.Administrators => known is { Role: ContactRole.Administrator },
            _ => true,
        };
    }

    // Who may not be who they are said to be is nobody that we know.
    private static Contact? Known(SenderIdentity sender) => sender is { IsVouchedFor: true, Contact: { IsActive: true } contact } ? contact : null;

    private static string Describe(SenderIdentity sender) => Known(sender) switch
    {
        { Role: not ContactRole.Requester and var role } => $"a person with the role {role}",
        { IsRegistered: true } => "a registered requester",
        _ when !sender.IsVouchedFor => $"a sender who is {sender.Trust}",
        _ => "a sender who is not registered",
    };
}
