namespace HelpDesk.Email.Configuration;

/// <summary>What becomes of a mail for which a rule holds.</summary>
public enum RuleVerdict
{
    /// <summary>It goes its way.</summary>
    Accept,

    /// <summary>It is recorded with outcome ignored: no ticket, and nobody is told.</summary>
    Ignore,

    /// <summary>It is kept for a person to look at.</summary>
    Quarantine,
}
