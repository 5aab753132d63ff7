namespace HelpDesk.Email.Configuration;

/// <summary>Which mails a rule looks at.</summary>
public enum RuleScope
{
    /// <summary>Mails that make a ticket.</summary>
    New,

    /// <summary>Mails that join one.</summary>
    Reply,

    /// <summary>Both.</summary>
    Any,
}
