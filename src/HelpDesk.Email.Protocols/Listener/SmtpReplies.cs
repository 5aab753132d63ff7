namespace HelpDesk.Email.Protocols.Listener;

/// <summary>Everything that the listener says.</summary>
internal static class SmtpReplies
{
    public static readonly SmtpReply Done = new(250, "2.0.0", "OK");
    public static readonly SmtpReply SenderTaken = new(250, "2.1.0", "Sender OK");
    public static readonly SmtpReply RecipientTaken = new(250, "2.1.5", "Recipient OK");
    public static readonly SmtpReply CannotVerify = new(252, "2.5.2", "Send mail to it and see");
    public static readonly SmtpReply Help = new(214, "2.0.0", "EHLO HELO MAIL RCPT DATA RSET NOOP QUIT VRFY HELP", "Mail for the mailboxes of this help desk is taken, nothing is relayed");
    public static readonly SmtpReply SendData = new(354, null, "Send the mail, end with <CR><LF>.<CR><LF>") { Next = SmtpNext.Data };

    public static readonly SmtpReply StoreFailed = new(451, "4.3.0", "The mail could not be stored, try again later");
    public static readonly SmtpReply SpoolFailed = new(452, "4.3.1", "Not enough room for the mail, try again later");
    public static readonly SmtpReply TooManyRecipients = new(452, "4.5.3", "Too many recipients, send the mail again for the rest");

    public static readonly SmtpReply Unknown = new(500, "5.5.2", "Command not recognized");
    public static readonly SmtpReply LineTooLong = new(500, "5.5.2", "Line too long");
    public static readonly SmtpReply LineEndless = LineTooLong with { Next = SmtpNext.Close };
    public static readonly SmtpReply BareLineFeed = new(500, "5.5.2", "A line ends with <CR><LF>");
    public static readonly SmtpReply NoText = new(500, "5.5.2", "A command is UTF-8 text without control characters");
    public static readonly SmtpReply BadArguments = new(501, "5.5.4", "Syntax error in the arguments");
    public static readonly SmtpReply BadSender = new(501, "5.1.7", "Syntax: MAIL FROM:<local@domain>");
    public static readonly SmtpReply BadRecipient = new(501, "5.1.3", "Syntax: RCPT TO:<local@domain>");
    public static readonly SmtpReply NotOffered = new(502, "5.5.1", "Command not offered");
    public static readonly SmtpReply HelloFirst = new(503, "5.5.1", "Send EHLO first");
    public static readonly SmtpReply MailFirst = new(503, "5.5.1", "Send MAIL first");
    public static readonly SmtpReply MailBegun = new(503, "5.5.1", "A mail is begun already, send RSET to drop it");
    public static readonly SmtpReply NoSuchMailbox = new(550, "5.1.1", "No such mailbox here");
    public static readonly SmtpReply TooBig = new(552, "5.3.4", "The mail is too big");
    public static readonly SmtpReply TooBigByFar = TooBig with { Next = SmtpNext.Close };
    public static readonly SmtpReply Utf8Sender = new(553, "5.6.7", "An address beyond ASCII needs SMTPUTF8");
    public static readonly SmtpReply NoRecipients = new(554, "5.5.1", "No valid recipients");
    public static readonly SmtpReply UnknownParameter = new(555, "5.5.4", "Parameter not recognized");

    public static SmtpReply Banner(string hostName) => new(220, null, $"{hostName} ESMTP HelpDesk.Email");

    public static SmtpReply Hello(string hostName) => new(250, null, hostName);

    public static SmtpReply ExtendedHello(string hostName, long maxMailOctets) =>
        new(250, null, hostName, $"SIZE {maxMailOctets}", "8BITMIME", "SMTPUTF8", "PIPELINING", "ENHANCEDSTATUSCODES");

    public static SmtpReply Goodbye(string hostName) => new(221, "2.0.0", $"{hostName} says goodbye") { Next = SmtpNext.Close };

    public static SmtpReply Stored(IReadOnlyList<long> rows) =>
        new(250, "2.0.0", rows.Count == 1 ? $"OK, stored as {rows[0]}" : $"OK, stored as {rows.Count} mails");

    public static SmtpReply Closing(string hostName, string enhancedStatusCode, string reason) =>
        new(421, enhancedStatusCode, $"{hostName} {reason}") { Next = SmtpNext.Close };
}
