namespace HelpDesk.Email.Sqlite.Retention;

/// <summary>Octets of the journal that may go.</summary>
/// <param name="Id">The content.</param>
/// <param name="Length">How many octets it has.</param>
internal sealed record KeptContent(long Id, long Length);
