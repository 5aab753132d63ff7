namespace HelpDesk.Email.Settings;

/// <summary>The rule that mail comes only from an address that a mailbox reads.</summary>
internal static class FromRule
{
    /// <summary>What to do about an address that none reads.</summary>
    public const string Cure = "write the address or an alias of a mailbox, or set HelpDeskEmail:Composition:FromMustBeIncoming to false";
}
