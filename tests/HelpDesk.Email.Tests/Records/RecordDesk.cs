using HelpDesk.Email.Contacts;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Tests.Records;

/// <summary>A desk with ticket 1000 of Ann; Tess is a technician.</summary>
internal static class RecordDesk
{
    public static async Task<HelpDeskHarness> StartAsync(Action<IHelpDeskEmailBuilder> compose, CancellationToken cancellationToken, params (string Key, string Value)[] settings)
    {
        var desk = await HelpDeskHarness.StartAsync(
            options =>
            {
                options.Compose = compose;
                foreach (var (key, value) in settings)
                {
                    options.Settings[key] = value;
                }
            },
            cancellationToken);
        desk.Contacts.Add(new Contact(EmailAddress.Create("tess@helpdesk.test"), ContactRole.Technician));
        desk.Tickets.Add(new TicketSnapshot("1000", "Printer", TicketStatus.Open, EmailAddress.Create("ann@example.test")));
        return desk;
    }
}
