using HelpDesk.Email.Contacts;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Tests.Commands;

/// <summary>A desk with ticket 1000 of Ann, which Bob takes part in and Cid gets the updates of; Tess is a technician, Mallory a stranger.</summary>
internal static class CommandDesk
{
    public static async Task<HelpDeskHarness> StartAsync(CancellationToken cancellationToken, params (string Key, string Value)[] settings)
    {
        var desk = await HelpDeskHarness.StartAsync(
            options =>
            {
                options.Settings["Mailboxes:support:Address"] = "support@helpdesk.test";
                options.Settings["Mailboxes:support:Department"] = "Support";
                foreach (var (key, value) in settings)
                {
                    options.Settings[key] = value;
                }
            },
            cancellationToken);
        desk.Contacts.Add(new Contact(EmailAddress.Create("tess@helpdesk.test"), ContactRole.Technician));
        desk.Tickets.Add(new TicketSnapshot("1000", "Printer", TicketStatus.Open, EmailAddress.Create("ann@example.test"))
        {
            Department = "Support",
            Participants = [EmailAddress.Create("bob@example.test")],
            Subscribers = [EmailAddress.Create("cid@example.test")],
        });
        return desk;
    }

    public static async Task<TicketSnapshot> TicketAsync(this HelpDeskHarness desk, string? number, CancellationToken cancellationToken) =>
        (await desk.Tickets.FindAsync(TicketLookup.Of(number!), cancellationToken))[0];

    public static async Task<TicketEntry> LastEntryAsync(this HelpDeskHarness desk, string? number, CancellationToken cancellationToken) =>
        (await desk.Tickets.EntriesAsync(number!, cancellationToken).ToListAsync(cancellationToken))[^1];
}
