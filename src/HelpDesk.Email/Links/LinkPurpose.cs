namespace HelpDesk.Email.Links;

/// <summary>What a signed link was made for: one made for one purpose is worth nothing for another.</summary>
public enum LinkPurpose
{
    /// <summary>Shows one ticket to the person whom the mail went to.</summary>
    View,

    /// <summary>Logs in the requester of a ticket.</summary>
    Autologin,

    /// <summary>Takes the requester's rating of a ticket.</summary>
    Rate,

    /// <summary>Ends the person's subscription of a ticket.</summary>
    Unsubscribe,
}
