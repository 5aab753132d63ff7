using HelpDesk.Email.Configuration;
using HelpDesk.Email.Protocols.Accounts;

namespace HelpDesk.Email.Protocols.Smtp;

/// <summary>What the settings of an outgoing account mean by SMTP.</summary>
internal static class SmtpAccountSettings
{
    /// <summary>The usual port.</summary>
    public static int PortFor(MailEncryption encryption) => encryption == MailEncryption.ImplicitTls ? 465 : 25;

    /// <summary>Says what is wrong with the settings, each with the key and the fix.</summary>
    public static IEnumerable<string> Validate(OutgoingAccountOptions account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return account.ClientName is { } name && (name.Length == 0 || name.Any(c => c <= ' ' || c > '~'))
            ? ServerSettings.Validate(account, "smtp.example.com").Append("ClientName is no name of a machine. Set it to the full name of this one, or leave it out.")
            : ServerSettings.Validate(account, "smtp.example.com");
    }
}
