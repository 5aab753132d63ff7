namespace HelpDesk.Email.Inbound;

/// <summary>How much a piece of evidence says, the weakest first.</summary>
public enum MatchStrength
{
    /// <summary>The words of the subject: counts only for the requester.</summary>
    Text,

    /// <summary>A number anyone may write: counts only for who belongs to the ticket.</summary>
    Tag,

    /// <summary>A Message-ID that we know: counts only for who belongs to the ticket.</summary>
    Reference,

    /// <summary>A token that we signed: nobody can guess it.</summary>
    Signed,
}
