using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tests.Commands;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Tests.Routing;

/// <summary>A desk with rules.</summary>
internal static class RuleDesk
{
    public static Task<HelpDeskHarness> StartAsync(CancellationToken cancellationToken, params (string Key, string Value)[] settings) =>
        CommandDesk.StartAsync(cancellationToken, settings);

    /// <summary>The ticket that a mail makes.</summary>
    public static async Task<TicketSnapshot> TicketOfAsync(this HelpDeskHarness desk, HarnessMail mail, CancellationToken cancellationToken) =>
        await desk.TicketAsync((await desk.DeliverAsync(mail, cancellationToken)).Ticket, cancellationToken);
}
