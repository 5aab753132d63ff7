using System.Collections.Frozen;
using static HelpDesk.Email.Protocols.Listener.SmtpArgument;

namespace HelpDesk.Email.Protocols.Listener;

/// <summary>The protocol: every command, and what it means in every state (RFC 5321 sections 4.1.1 and 4.1.4).</summary>
internal static class SmtpCommandTable
{
    private static readonly SmtpAction Hello = (dialogue, _) => dialogue.Greet(extended: false);
    private static readonly SmtpAction Extended = (dialogue, _) => dialogue.Greet(extended: true);
    private static readonly SmtpAction BeginMail = (dialogue, argument) => dialogue.BeginMail(argument);
    private static readonly SmtpAction AddRecipient = (dialogue, argument) => dialogue.AddRecipient(argument);
    private static readonly SmtpAction TakeData = (_, _) => SmtpReplies.SendData;
    private static readonly SmtpAction Reset = (dialogue, _) => dialogue.Reset();
    private static readonly SmtpAction Quit = (dialogue, _) => dialogue.Quit();
    private static readonly SmtpAction HangUp = (dialogue, _) => dialogue.HangUp();
    private static readonly SmtpAction HelloFirst = (_, _) => SmtpReplies.HelloFirst;
    private static readonly SmtpAction MailFirst = (_, _) => SmtpReplies.MailFirst;
    private static readonly SmtpAction MailBegun = (_, _) => SmtpReplies.MailBegun;
    private static readonly SmtpAction NoRecipients = (_, _) => SmtpReplies.NoRecipients;

    // The columns: argument, before a greeting, between mails, with a sender, with a recipient.
    private static readonly FrozenDictionary<string, SmtpRule> Rules = new SmtpRule[]
    {
        new("EHLO", Required, Extended),
        new("HELO", Required, Hello),
        new("MAIL", Required, HelloFirst, BeginMail, MailBegun, MailBegun),
        new("RCPT", Required, HelloFirst, MailFirst, AddRecipient, AddRecipient),
        new("DATA", None, HelloFirst, MailFirst, NoRecipients, TakeData),
        new("RSET", None, Reset),
        new("NOOP", Optional, Say(SmtpReplies.Done)),
        new("VRFY", Required, Say(SmtpReplies.CannotVerify)),
        new("HELP", Optional, Say(SmtpReplies.Help)),
        new("QUIT", None, Quit),

        // Commands of SMTP that this server does not offer.
        new("EXPN", Optional, Say(SmtpReplies.NotOffered)),
        new("STARTTLS", Optional, Say(SmtpReplies.NotOffered)),
        new("AUTH", Optional, Say(SmtpReplies.NotOffered)),
        new("BDAT", Optional, Say(SmtpReplies.NotOffered)),
        new("ETRN", Optional, Say(SmtpReplies.NotOffered)),
        new("TURN", Optional, Say(SmtpReplies.NotOffered)),

        // A browser that a web page sent here: its body would be commands (cross-protocol request forgery).
        new("GET", Optional, HangUp),
        new("HEAD", Optional, HangUp),
        new("POST", Optional, HangUp),
        new("PUT", Optional, HangUp),
        new("PATCH", Optional, HangUp),
        new("DELETE", Optional, HangUp),
        new("OPTIONS", Optional, HangUp),
        new("CONNECT", Optional, HangUp),
    }.ToFrozenDictionary(rule => rule.Verb, StringComparer.OrdinalIgnoreCase);

    /// <summary>What a command means in a state.</summary>
    /// <param name="verb">Its first word.</param>
    /// <param name="argument">The rest, without white space around it.</param>
    /// <param name="state">How far the conversation has come.</param>
    public static SmtpAction Find(string verb, string argument, SmtpState state)
    {
        if (!Rules.TryGetValue(verb, out var rule))
        {
            return Say(SmtpReplies.Unknown);
        }

        return rule.Argument switch
        {
            Required when argument.Length == 0 => Say(SmtpReplies.BadArguments),
            None when argument.Length > 0 => Say(SmtpReplies.BadArguments),
            _ => rule.In(state),
        };
    }

    private static SmtpAction Say(SmtpReply reply) => (_, _) => reply;
}
