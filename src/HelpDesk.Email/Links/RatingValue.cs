namespace HelpDesk.Email.Links;

/// <summary>How content the requester of a ticket is.</summary>
public enum RatingValue
{
    /// <summary>It went well.</summary>
    Good,

    /// <summary>It was all right.</summary>
    Ok,

    /// <summary>It went badly.</summary>
    Bad,
}
