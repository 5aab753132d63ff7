namespace HelpDesk.Email.Cli.Replay.Lines;

/// <summary>How everything stands at the end.</summary>
internal sealed record FinalLine(IReadOnlyList<TicketLine> Tickets, IReadOnlyList<OutboxLine> Outbox);
