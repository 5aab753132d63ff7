namespace HelpDesk.Email.Inbound;

/// <summary>A command in a subject.</summary>
/// <param name="Name">Its name in lower case, for instance <c>close</c>.</param>
/// <param name="Argument">What stands behind the name, or empty.</param>
public sealed record SubjectCommand(string Name, string Argument = "")
{
    /// <summary>Where it begins in the text, its sign included.</summary>
    public int At { get; init; }

    /// <summary>How many characters of the text it is, signs included; 0 leaves the text as it is.</summary>
    public int Length { get; init; }
}
