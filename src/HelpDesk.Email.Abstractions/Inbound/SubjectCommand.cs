namespace HelpDesk.Email.Inbound;

/// <summary>A command in a subject.</summary>
/// <param name="Name">Its name in lower case, for instance <c>close</c>.</param>
/// <param name="Argument">What stands behind the name, or empty.</param>
public sealed record SubjectCommand(string Name, string Argument = "");
