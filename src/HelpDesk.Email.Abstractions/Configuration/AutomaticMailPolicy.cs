namespace HelpDesk.Email.Configuration;

/// <summary>What automatic mail that belongs to no ticket becomes.</summary>
public enum AutomaticMailPolicy
{
    /// <summary>A ticket, without an answer.</summary>
    Accept,

    /// <summary>A row of the journal with outcome ignored, and nothing else.</summary>
    Ignore,
}
