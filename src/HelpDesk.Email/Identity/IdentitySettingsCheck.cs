using HelpDesk.Email.Configuration;
using HelpDesk.Email.Settings;

namespace HelpDesk.Email.Identity;

/// <summary>Says what is wrong with <c>Identity</c>.</summary>
internal sealed class IdentitySettingsCheck : ISettingsCheck
{
    public IEnumerable<string> Check(HelpDeskEmailOptions options)
    {
        var identity = options.Identity;
        if (identity.AuthenticationServer is { } server && server.Trim().Any(c => char.IsWhiteSpace(c) || c is ';' or '='))
        {
            yield return $"HelpDeskEmail:Identity:AuthenticationServer is '{server}'; write the one word that stands first in the Authentication-Results of your own server, for instance mx.example.com.";
        }

        for (var i = 0; i < identity.TrustedRelays.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(identity.TrustedRelays[i]) || identity.TrustedRelays[i].Contains('@', StringComparison.Ordinal))
            {
                yield return $"HelpDeskEmail:Identity:TrustedRelays:{i} is '{identity.TrustedRelays[i]}'; write the name of a host, for instance mail.example.com.";
            }
        }

        foreach (var error in AddressCheck.OfList("Identity:WebForms", identity.WebForms, "noreply@www.example.com", "the address that the form sends from"))
        {
            yield return error;
        }
    }
}
