namespace HelpDesk.Email.Correlation;

/// <summary>A tag in a text.</summary>
/// <param name="Start">Where its prefix begins.</param>
/// <param name="End">Where its number ends.</param>
/// <param name="Number">The number.</param>
internal readonly record struct TicketTag(int Start, int End, string Number);
