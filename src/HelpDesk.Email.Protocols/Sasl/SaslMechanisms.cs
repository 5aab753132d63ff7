namespace HelpDesk.Email.Protocols.Sasl;

/// <summary>The names of the mechanisms on the wire, and which one to take.</summary>
internal static class SaslMechanisms
{
    // In the order of preference, those for passwords and those for tokens apart.
    private static readonly SaslMechanism[] ForPasswords = [SaslMechanism.Plain, SaslMechanism.Login];
    private static readonly SaslMechanism[] ForTokens = [SaslMechanism.OAuthBearer, SaslMechanism.XOAuth2];

    /// <summary>What a mechanism is called on the wire.</summary>
    public static string NameOf(SaslMechanism mechanism) => mechanism switch
    {
        SaslMechanism.Plain => "PLAIN",
        SaslMechanism.Login => "LOGIN",
        SaslMechanism.XOAuth2 => "XOAUTH2",
        _ => "OAUTHBEARER",
    };

    /// <summary>The best mechanism that fits a credential, or <see langword="null"/>.</summary>
    /// <param name="credential">Who logs in.</param>
    /// <param name="offers">Whether the server offers a mechanism.</param>
    public static SaslMechanism? Choose(MailCredential credential, Func<string, bool> offers)
    {
        foreach (var mechanism in credential.IsAccessToken ? ForTokens : ForPasswords)
        {
            if (offers(NameOf(mechanism)))
            {
                return mechanism;
            }
        }

        return null;
    }

    /// <summary>Whether a mechanism can carry a credential.</summary>
    public static bool Fits(SaslMechanism mechanism, MailCredential credential) =>
        Array.IndexOf(credential.IsAccessToken ? ForTokens : ForPasswords, mechanism) >= 0;
}
