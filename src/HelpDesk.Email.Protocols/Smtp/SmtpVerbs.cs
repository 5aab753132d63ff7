namespace HelpDesk.Email.Protocols.Smtp;

/// <summary>Which command belongs where, and where it leads to.</summary>
internal static class SmtpVerbs
{
    private static readonly (SmtpPhase From, string Verb, SmtpPhase To)[] Table =
    [
        (SmtpPhase.Greeted, "EHLO", SmtpPhase.Ready),
        (SmtpPhase.Greeted, "QUIT", SmtpPhase.Ended),

        // After the handshake the server knows nothing of us, nor we of it (RFC 3207 section 4.2).
        (SmtpPhase.Ready, "STARTTLS", SmtpPhase.Greeted),
        (SmtpPhase.Ready, "AUTH", SmtpPhase.LoggedIn),
        (SmtpPhase.Ready, "MAIL", SmtpPhase.Ready),
        (SmtpPhase.Ready, "RSET", SmtpPhase.Ready),
        (SmtpPhase.Ready, "NOOP", SmtpPhase.Ready),
        (SmtpPhase.Ready, "QUIT", SmtpPhase.Ended),
        (SmtpPhase.LoggedIn, "MAIL", SmtpPhase.LoggedIn),
        (SmtpPhase.LoggedIn, "RSET", SmtpPhase.LoggedIn),
        (SmtpPhase.LoggedIn, "NOOP", SmtpPhase.LoggedIn),
        (SmtpPhase.LoggedIn, "QUIT", SmtpPhase.Ended),
    ];

    /// <summary>The phase behind a command.</summary>
    /// <exception cref="InvalidOperationException">The command does not belong here.</exception>
    public static SmtpPhase After(SmtpPhase phase, string verb)
    {
        foreach (var (from, known, to) in Table)
        {
            if (from == phase && known == verb)
            {
                return to;
            }
        }

        throw new InvalidOperationException($"{verb} is no command for a conversation that is {phase}.");
    }
}
