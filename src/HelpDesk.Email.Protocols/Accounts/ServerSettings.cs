using HelpDesk.Email.Configuration;

namespace HelpDesk.Email.Protocols.Accounts;

/// <summary>Says what is wrong with the settings of a server, each with the key and the fix.</summary>
internal static class ServerSettings
{
    /// <summary>The longest time that a server may be given for an answer.</summary>
    private static readonly TimeSpan MaxTimeout = TimeSpan.FromMinutes(30);

    public static IEnumerable<string> Validate(MailServerOptions options, string example)
    {
        if (string.IsNullOrWhiteSpace(options.Host) || Uri.CheckHostName(options.Host.Trim('[', ']')) == UriHostNameType.Unknown)
        {
            yield return $"Host is '{options.Host}'. Set it to the name or address of the server, for instance {example}.";
        }

        if (options.Port is < 1 or > 65_535)
        {
            yield return $"Port is {options.Port}. Set it to a number from 1 to 65535, or leave it out for the usual one.";
        }

        if (options.Timeout < TimeSpan.FromSeconds(1) || options.Timeout > MaxTimeout)
        {
            yield return $"Timeout is {options.Timeout}; write a time from 00:00:01 to {MaxTimeout}.";
        }

        if (options.PinnedCertificate is { } pin && pin.Replace(":", string.Empty, StringComparison.Ordinal) is var digits && (digits.Length != 64 || !digits.All(char.IsAsciiHexDigit)))
        {
            yield return "PinnedCertificate is no SHA-256. Set it to the 64 hexadecimal digits that 'openssl x509 -noout -fingerprint -sha256' prints.";
        }

        if (options.UserName is { Length: > 0 } && options.UserName.Any(char.IsControl))
        {
            yield return "UserName holds a control character; write the name alone.";
        }

        if (options.UserName is null or "" && options.Password is { Length: > 0 })
        {
            yield return "Password is set and UserName is not. Set UserName, or leave both out.";
        }
    }
}
