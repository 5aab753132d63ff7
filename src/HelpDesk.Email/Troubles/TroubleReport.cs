namespace HelpDesk.Email.Troubles;

/// <summary>What is to be told of one trouble.</summary>
/// <param name="Trouble">As it was told last.</param>
/// <param name="Count">How often it was told since the report before.</param>
/// <param name="Last">When it was told last.</param>
/// <param name="Over">When it ended, or <see langword="null"/> while it lasts.</param>
internal sealed record TroubleReport(Trouble Trouble, int Count, DateTimeOffset Last, DateTimeOffset? Over);
