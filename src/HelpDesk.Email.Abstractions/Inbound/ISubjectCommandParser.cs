namespace HelpDesk.Email.Inbound;

/// <summary>Finds commands in a subject. Safe on any thread.</summary>
public interface ISubjectCommandParser
{
    /// <summary>The commands in their order; none is the ordinary case.</summary>
    IReadOnlyList<SubjectCommand> Parse(string subject);
}
