namespace HelpDesk.Email.Configuration;

/// <summary>Where the link to the ticket stands in a mail.</summary>
public enum LinkPlacement
{
    /// <summary>Below the text.</summary>
    Bottom,

    /// <summary>Above the text.</summary>
    Top,

    /// <summary>Nowhere.</summary>
    None,
}
