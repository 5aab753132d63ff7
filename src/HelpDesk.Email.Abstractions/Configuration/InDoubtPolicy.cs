namespace HelpDesk.Email.Configuration;

/// <summary>What becomes of an outgoing mail whose last answer was lost, by a broken connection or with the process.</summary>
public enum InDoubtPolicy
{
    /// <summary>It is sent again under the same Message-ID: better twice than never.</summary>
    Resend,

    /// <summary>It is kept in doubt until a person queues it again or throws it away: better never than twice.</summary>
    Hold,
}
