using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tickets;
using HelpDesk.Email.Tickets.Events;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Tests.Admission;

/// <summary>What nobody waits for an answer to is told as such, so that who counts what waits can pass over it.</summary>
public sealed class WaitingMailTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [Trait("Feature", "IN-16")]
    [InlineData("", EntryKind.Message, false)]
    [InlineData("Auto-Submitted: auto-replied\n", EntryKind.Note, true)]
    [InlineData("Auto-Submitted: auto-replied (vacation)\n", EntryKind.Note, true)]
    [InlineData("Content-Type: text/calendar; method=REPLY\n", EntryKind.Note, false)]
    [InlineData("Auto-Submitted: auto-generated\nContent-Type: text/calendar; method=REQUEST\n", EntryKind.Note, true)]
    [InlineData("Auto-Submitted: auto-generated\n", EntryKind.Message, true)]
    public async Task Events_say_whether_an_entry_waits_for_an_answer(string headers, EntryKind kind, bool isAutomatic)
    {
        await using var desk = await DeskAsync();

        var made = await desk.DeliverAsync(Mail(headers, "Printer"), Token);
        desk.Tickets.Change(made.Ticket!, ticket => ticket with { Status = TicketStatus.Pending });
        await desk.DeliverAsync(Mail(headers, $"Re: [#{made.Ticket}]"), Token);

        var told = desk.Services.GetRequiredService<Told>().Events;
        Assert.Collection(
            told,
            first => Assert.Equal((true, kind, isAutomatic), (first is TicketCreated, first.EntryKind, first.IsAutomatic)),
            second => Assert.Equal((true, kind, isAutomatic), (second is TicketUpdated, second.EntryKind, second.IsAutomatic)));
        Assert.Equal(isAutomatic || kind == EntryKind.Note ? TicketStatus.Pending : TicketStatus.Open, told[^1].Ticket.Status);
        var entries = await desk.Tickets.EntriesAsync(made.Ticket!, Token).ToListAsync(Token);
        Assert.All(entries, entry => Assert.Equal(kind, entry.Kind));
    }

    [Theory]
    [Trait("Feature", "IN-16")]
    [InlineData("X-Failed-Recipients: ann@example.test\n")]
    [InlineData("Content-Type: multipart/report; report-type=delivery-status; boundary=b\n")]
    public async Task A_failed_delivery_is_no_event_of_a_ticket(string headers)
    {
        await using var desk = await DeskAsync();
        var made = await desk.DeliverAsync(Mail(string.Empty, "Printer"), Token);

        await desk.DeliverAsync(Mail(headers, $"Re: [#{made.Ticket}]"), Token);

        Assert.Single(desk.Services.GetRequiredService<Told>().Events);
    }

    [Fact]
    [Trait("Feature", "IN-16")]
    public async Task What_was_worked_off_waits_nowhere()
    {
        await using var desk = await DeskAsync();

        await desk.DeliverAsync(Mail("Auto-Submitted: auto-replied\n", "Printer"), Token);
        await desk.DeliverAsync(Mail("X-Failed-Recipients: ann@example.test\n", "Printer"), Token);
        await desk.DeliverAsync(Mail("Content-Type: text/calendar; method=REQUEST\n", "Printer"), Token);

        var backlog = await desk.Store.Backlog.MeasureAsync(Token);
        Assert.Equal((0L, null, 0L), (backlog.UnfinishedRows, backlog.OldestUnfinished, backlog.OpenMails));
    }

    private static HarnessMail Mail(string headers, string subject) => HarnessMail.Of(
        $"{headers}From: ann@example.test\nTo: support@helpdesk.test\nSubject: {subject}\nMessage-ID: <{Guid.NewGuid():N}@example.test>\n\nThe words.\n");

    private static Task<HelpDeskHarness> DeskAsync() => HelpDeskHarness.StartAsync(
        options => options.Compose = mail =>
        {
            mail.Services.AddSingleton<Told>();
            mail.On<TicketCreated, Listener>().On<TicketUpdated, Listener>();
        },
        Token);

    private sealed class Told
    {
        public List<TicketEvent> Events { get; } = [];
    }

    private sealed class Listener(Told told) : ITicketEventHandler<TicketCreated>, ITicketEventHandler<TicketUpdated>
    {
        public Task HandleAsync(TicketCreated ticketEvent, CancellationToken cancellationToken) => AddAsync(ticketEvent);

        public Task HandleAsync(TicketUpdated ticketEvent, CancellationToken cancellationToken) => AddAsync(ticketEvent);

        private Task AddAsync(TicketEvent ticketEvent)
        {
            told.Events.Add(ticketEvent);
            return Task.CompletedTask;
        }
    }
}
