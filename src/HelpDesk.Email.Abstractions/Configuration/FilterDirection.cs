namespace HelpDesk.Email.Configuration;

/// <summary>What a filter stops.</summary>
public enum FilterDirection
{
    /// <summary>Mail that comes in.</summary>
    Receive,

    /// <summary>Mail that goes out.</summary>
    Send,

    /// <summary>Both.</summary>
    Both,
}
