using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tests.Commands;

namespace HelpDesk.Email.Tests.Records;

public sealed class RequesterRecordTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Feature", "CO-10")]
    public async Task A_technician_makes_a_person_known_and_changes_what_is_known()
    {
        await using var desk = await RecordDesk.StartAsync(_ => { }, Token);

        var made = await desk.DeliverAsync(Mails.From("tess@helpdesk.test", "[requester - new]", "Address: dan@example.test\nCompany: Example"), Token);
        var changed = await desk.DeliverAsync(Mails.From("tess@helpdesk.test", "[requester - dan@example.test]", "Location: Attic\nActive: no"), Token);

        Assert.Equal((JournalOutcome.Recorded, JournalOutcome.Recorded), (made.Outcome, changed.Outcome));
        var dan = await desk.Contacts.FindAsync(EmailAddress.Create("dan@example.test"), Token);
        Assert.Equal(("Example", "Attic", false), (dan!.Company, dan.Location, dan.IsActive));
    }

    [Theory]
    [InlineData("ann@example.test", "[requester - new]", "Address: dan@example.test", "the sender is a requester")]
    [InlineData("tess@helpdesk.test", "[requester - new]", "Company: Example", "a line 'Address: ann@example.com' is missing")]
    [InlineData("tess@helpdesk.test", "[requester - nobody@example.test]", "Company: Example", "nobody has this address")]
    [InlineData("tess@helpdesk.test", "[requester - tess@helpdesk.test]", "Active: no", "this person is no requester")]
    [InlineData("tess@helpdesk.test", "[requester - new]", "Address: dan@example.test\nRole: administrator", "there is no field Role")]
    [InlineData("tess@helpdesk.test", "[requester - new]", "Address: dan@example.test\nActive: perhaps", "Active is yes or no")]
    [InlineData("tess@helpdesk.test", "[requester - dan@example.test - delete]", "Away.", "this can't be done by mail")]
    public async Task What_is_not_permitted_or_makes_no_sense_is_an_ordinary_mail(string from, string subject, string body, string reason)
    {
        await using var desk = await RecordDesk.StartAsync(_ => { }, Token);

        var mail = await desk.DeliverAsync(Mails.From(from, subject, body), Token);

        Assert.Equal(JournalOutcome.Created, mail.Outcome);
        Assert.Contains(reason, (await desk.LastEntryAsync(mail.Ticket, Token)).Text, StringComparison.Ordinal);
        Assert.Null(await desk.Contacts.FindAsync(EmailAddress.Create("dan@example.test"), Token));
    }
}
