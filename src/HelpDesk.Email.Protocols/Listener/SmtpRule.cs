namespace HelpDesk.Email.Protocols.Listener;

/// <summary>Answers a command.</summary>
internal delegate SmtpReply SmtpAction(SmtpDialogue dialogue, string argument);

/// <summary>One row of the protocol: a command, and what it means in each state.</summary>
/// <param name="Verb">The command, in upper case.</param>
/// <param name="Argument">Whether it has an argument.</param>
/// <param name="Connected">What it means before a greeting.</param>
/// <param name="Greeted">What it means between mails.</param>
/// <param name="Sender">What it means once a mail has a sender.</param>
/// <param name="Recipients">What it means once a mail has a recipient.</param>
internal sealed record SmtpRule(string Verb, SmtpArgument Argument, SmtpAction Connected, SmtpAction Greeted, SmtpAction Sender, SmtpAction Recipients)
{
    /// <summary>A command that means the same in every state.</summary>
    public SmtpRule(string verb, SmtpArgument argument, SmtpAction always)
        : this(verb, argument, always, always, always, always)
    {
    }

    /// <summary>What it means in a state.</summary>
    public SmtpAction In(SmtpState state) => state switch
    {
        SmtpState.Connected => Connected,
        SmtpState.Greeted => Greeted,
        SmtpState.Sender => Sender,
        _ => Recipients,
    };
}
