using HelpDesk.Email.Configuration;
using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Identity;

/// <summary>Reads what our own server said about the sender (Authentication-Results, RFC 8601).</summary>
/// <remarks>
/// Only DMARC counts, since it alone speaks of the address that people see. A server may write a field for each method: the
/// topmost one that speaks of DMARC counts, and a failure in any of them.
/// </remarks>
internal static class SenderAuthentication
{
    public static (SenderTrust Trust, string Reason) Evaluate(InboundMail mail, IdentityOptions settings)
    {
        if (mail.From.Count != 1)
        {
            return (SenderTrust.Unverified, "not exactly one address in From");
        }

        if (settings.AuthenticationServer?.Trim() is not { Length: > 0 } server)
        {
            return settings.Strict
                ? (SenderTrust.Unverified, "no authentication server is configured, and Identity:Strict is on")
                : (SenderTrust.NotEvaluated, "no authentication server is configured");
        }

        var results = OwnResults(mail, server, new OwnHostNames(server, settings.TrustedRelays));
        var spoken = results.Where(result => result.Dmarc is not null).ToList();
        return spoken.Count > 0
            ? Judge(spoken, mail)
            : (SenderTrust.Unverified, results.Count > 0 ? $"{server} says nothing about DMARC" : $"no Authentication-Results of {server}");
    }

    private static List<AuthenticationResult> OwnResults(InboundMail mail, string server, OwnHostNames own)
    {
        var results = new List<AuthenticationResult>();
        var isBelowBorder = false;
        foreach (var header in mail.Headers)
        {
            if (header.Name.Equals("Received", StringComparison.OrdinalIgnoreCase))
            {
                // Our servers write above what they take over. What one of them took over from a stranger is the last that
                // any of them wrote, but for the results that some put right below that field.
                var received = ReceivedField.Parse(header.Value);
                if (isBelowBorder || !own.Has(received.By))
                {
                    return results;
                }

                isBelowBorder = received.From is { } from && !own.Has(from);
            }
            else if (header.Name.Equals("Authentication-Results", StringComparison.OrdinalIgnoreCase)
                && AuthenticationResult.TryParse(header.Value, server, out var result))
            {
                results.Add(result);
            }
        }

        return results;
    }

    private static (SenderTrust Trust, string Reason) Judge(List<AuthenticationResult> results, InboundMail mail)
    {
        if (results.Exists(result => result.Dmarc == "fail"))
        {
            return (SenderTrust.Contradicted, "DMARC fail");
        }

        var first = results[0];
        if (first.Dmarc != "pass")
        {
            return (SenderTrust.Unverified, $"DMARC {first.Dmarc}");
        }

        if (first.DmarcDomain is { } domain && !AuthorField.AreSame(domain, mail.From[0].Domain))
        {
            return (SenderTrust.Unverified, "DMARC pass for another domain");
        }

        return AuthorField.WhyNotPlain(mail) is { } reason ? (SenderTrust.Unverified, $"DMARC pass, but {reason}") : (SenderTrust.Proven, "DMARC pass");
    }
}
