using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Tests.Correlation;

/// <summary>How far attachments are read for tags.</summary>
public sealed class AttachedTextTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 200, true)]
    [InlineData(1, 300, false)]
    [InlineData(4, 200, true)]
    [InlineData(6, 250, false)]
    public async Task Of_each_attachment_256_kB_are_read_and_of_all_1_MB(int files, int kilobytes, bool isFound)
    {
        await using var desk = await HelpDeskHarness.StartAsync(
            options =>
            {
                options.Settings["Mailboxes:support:Address"] = "support@helpdesk.test";
                options.Settings["Outgoing:default:Kind"] = "Memory";
                options.Settings["Correlation:MatchAttachmentTag"] = "true";
            },
            Token);
        desk.Tickets.Add(new TicketSnapshot("1234", "Printer", TicketStatus.Open, EmailAddress.Create("ann@example.test")));
        var filler = string.Concat(Enumerable.Repeat(new string('x', 63) + "\n", kilobytes * 16));
        var parts = Enumerable.Range(1, files).Select(i => $"--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename={i}.txt\n\n{filler}{(i == files ? "About #1234." : "")}\n");

        var delivery = await desk.DeliverAsync(
            HarnessMail.Of($"From: ann@example.test\nTo: support@helpdesk.test\nSubject: Files\nMessage-ID: <files@example.test>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nSee there.\n{string.Concat(parts)}--b--\n"),
            Token);

        Assert.Equal(isFound ? JournalOutcome.Appended : JournalOutcome.Created, delivery.Outcome);
    }
}
