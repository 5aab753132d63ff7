using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.PostgreSql.Tests.Support;

/// <summary>What the engine does with a mail, without the engine.</summary>
internal static class Work
{
    public static EmailAddress Ann { get; } = EmailAddress.Create("ann@example.test", "Ann");

    public static DecisionCommit Decision(JournalClaim claim) => new("decision", string.Empty, [$"key {claim.Entry.Id}"]);

    public static TicketChange Create(Guid operation) => new()
    {
        OperationId = operation,
        Subject = "Printer",
        Requester = Ann,
        AddParticipants = [EmailAddress.Create("bob@example.test")],
        Entry = new NewTicketEntry(Ann, "It is on fire.") { At = StoreTime.Start },
    };

    /// <summary>An end with a mail and an event.</summary>
    public static FinishCommit Finish(string ticket) => new(JournalOutcome.Created, string.Empty)
    {
        Ticket = ticket,
        Index = [new IndexedMessage("<in@example.test>", ticket)],
        Outbox = [new NewOutboxEntry("<out@example.test>", ["ann@example.test"], MailContent.FromOctets("Subject: We have it\r\n\r\n"u8.ToArray())) { Ticket = ticket, NotBefore = StoreTime.Start }],
        Events = [new NewHostEvent(Guid.NewGuid(), "created", ticket, "{}")],
    };

    public static DeliveryCommit Delivery(OutboxClaim claim) =>
        new([.. claim.Entry.Recipients.Select(recipient => recipient with { State = OutboxRecipientState.Accepted })], StoreTime.Start);

    private static class StoreTime
    {
        public static readonly DateTimeOffset Start = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
    }
}
