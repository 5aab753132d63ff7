namespace HelpDesk.Email.Decisions;

/// <summary>Where a ticket stands in the help desk.</summary>
/// <param name="Department">Its department, or <see langword="null"/>.</param>
/// <param name="Category">Its category, or <see langword="null"/>.</param>
internal sealed record TicketPlace(string? Department, string? Category);
