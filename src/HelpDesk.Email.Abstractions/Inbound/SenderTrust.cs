namespace HelpDesk.Email.Inbound;

/// <summary>How sure we are that the sender is who From says; one scale everywhere, the surest first.</summary>
public enum SenderTrust
{
    /// <summary>Our own server says that the domain passed, or the sender used a reply token made for just this address.</summary>
    Proven,

    /// <summary>No server of our own is configured to say.</summary>
    NotEvaluated,

    /// <summary>Nothing speaks for it.</summary>
    Unverified,

    /// <summary>Our own server says that it is not so.</summary>
    Contradicted,
}
