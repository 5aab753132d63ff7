namespace HelpDesk.Email.Storage;

/// <summary>Decided to Applied: what the ticket store answered. The claim goes on; attempts start at one again.</summary>
/// <param name="Result">The answer, in the engine's words.</param>
public sealed record ResultCommit(string Result) : JournalCommit;
