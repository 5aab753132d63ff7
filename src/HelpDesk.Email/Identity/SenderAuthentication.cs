using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Identity;

/// <summary>Reads what our own server said about the sender (Authentication-Results, RFC 8601).</summary>
/// <remarks>
/// Only fields above the first Received that our own server did not write could be forged by nobody else; the topmost field
/// with our authserv-id counts, and only DMARC, since it alone speaks of the address that people see.
/// </remarks>
internal static class SenderAuthentication
{
    public static (SenderTrust Trust, string Reason) Evaluate(InboundContext context)
    {
        var server = context.Settings.Identity.AuthenticationServer;
        if (string.IsNullOrWhiteSpace(server))
        {
            return context.Settings.Identity.Strict
                ? (SenderTrust.Unverified, "no authentication server is configured, and Identity:Strict is on")
                : (SenderTrust.NotEvaluated, "no authentication server is configured");
        }

        if (context.Mail.From.Count != 1)
        {
            return (SenderTrust.Unverified, "not exactly one address in From");
        }

        return FindOwnResult(context.Mail, server) is { } result
            ? Judge(result, context.Mail.From[0].Domain)
            : (SenderTrust.Unverified, $"no Authentication-Results of {server}");
    }

    private static AuthenticationResult? FindOwnResult(InboundMail mail, string server)
    {
        foreach (var header in mail.Headers)
        {
            // Our server writes its result above the Received field that it adds; what stands below came with the mail.
            if (header.Name.Equals("Received", StringComparison.OrdinalIgnoreCase)
                && !header.Value.Contains($"by {server}", StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }

            if (header.Name.Equals("Authentication-Results", StringComparison.OrdinalIgnoreCase)
                && AuthenticationResult.TryParse(header.Value, server, out var result))
            {
                return result;
            }
        }

        return null;
    }

    private static (SenderTrust Trust, string Reason) Judge(AuthenticationResult result, string domain)
    {
        if (result.Dmarc is "pass")
        {
            return result.DmarcDomain is null || string.Equals(result.DmarcDomain, domain, StringComparison.OrdinalIgnoreCase)
                ? (SenderTrust.Proven, "DMARC pass")
                : (SenderTrust.Unverified, "DMARC pass for another domain");
        }

        return result.Dmarc is "fail"
            ? (SenderTrust.Contradicted, "DMARC fail")
            : (SenderTrust.Unverified, $"DMARC {result.Dmarc ?? "not evaluated"}");
    }
}
