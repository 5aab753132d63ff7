using HelpDesk.Email.Contacts;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Records;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Documentation.Tests.Records;

/// <summary>The module of docs/guides/records.md.</summary>
public sealed class RecordTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Announcements_are_made_changed_and_deleted_by_mail()
    {
        await using var desk = await HelpDeskHarness.StartAsync(options => options.Compose = Compose, Token);
        desk.Contacts.Add(new Contact(EmailAddress.Create("tess@helpdesk.test"), ContactRole.Technician));
        desk.Contacts.Add(new Contact(EmailAddress.Create("ada@helpdesk.test"), ContactRole.Administrator));
        var page = desk.Services.GetServices<IRecordModule>().OfType<AnnouncementRecords>().Single();

        Assert.Equal(JournalOutcome.Recorded, await SendAsync(desk, "tess@helpdesk.test", "[announcement - new] The lift stands", "Place: Hall\n\nUntil noon."));
        Assert.Equal(new Announcement(1, "The lift stands", "Until noon.", "Hall"), Assert.Single(page.All));

        Assert.Equal(JournalOutcome.Recorded, await SendAsync(desk, "tess@helpdesk.test", "[announcement - 1] The lift stands", "Until evening."));
        Assert.Equal("Until evening.", Assert.Single(page.All).Text);

        Assert.Equal(JournalOutcome.Created, await SendAsync(desk, "tess@helpdesk.test", "[announcement - 1 - delete]", "It runs."));
        Assert.Equal(JournalOutcome.Created, await SendAsync(desk, "ada@helpdesk.test", "[announcement - 2 - delete]", "It runs."));
        Assert.Equal(JournalOutcome.Recorded, await SendAsync(desk, "ada@helpdesk.test", "[announcement - 1 - delete]", "It runs."));
        Assert.Empty(page.All);
    }

    private static void Compose(IHelpDeskEmailBuilder mail)
    {
        #region record-registration
        mail.AddRecordModule<AnnouncementRecords>();
        #endregion
    }

    private static async Task<JournalOutcome> SendAsync(HelpDeskHarness desk, string from, string subject, string text) =>
        (await desk.DeliverAsync(HarnessMail.Of($"From: {from}\nTo: support@helpdesk.test\nSubject: {subject}\n\n{text}\n"), Token)).Outcome;
}
