namespace HelpDesk.Email.Wording;

/// <summary>The phrases of a data file that belong together.</summary>
/// <param name="Name">What stands in the brackets above them.</param>
/// <param name="Lines">The phrases, as written.</param>
internal sealed record WordingGroup(string Name, IReadOnlyList<string> Lines);
