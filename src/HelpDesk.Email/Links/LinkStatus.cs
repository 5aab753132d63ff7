namespace HelpDesk.Email.Links;

/// <summary>What a signed link is worth.</summary>
public enum LinkStatus
{
    /// <summary>We made it, for this purpose, and it still counts.</summary>
    Valid,

    /// <summary>We did not make it, or not for this purpose.</summary>
    Forged,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>It was revoked, or its addressee may not, or no longer, do this with this ticket.</summary>
    Revoked,
}
