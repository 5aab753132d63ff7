using System.Globalization;
using HelpDesk.Email.Mailboxes;

namespace HelpDesk.Email.Protocols.Listener;

/// <summary>The conversation with one client: a command in, an answer out. Knows no socket.</summary>
/// <param name="settings">The settings it goes by.</param>
/// <param name="intake">Knows which addresses reach a mailbox.</param>
internal sealed class SmtpDialogue(ListenerSettings settings, IMailIntake intake)
{
    private int _mails;

    /// <summary>How far it has come.</summary>
    public SmtpState State { get; private set; } = SmtpState.Connected;

    /// <summary>The mail that is begun, or <see langword="null"/>.</summary>
    public SmtpTransaction? Transaction { get; private set; }

    /// <summary>Answers a command.</summary>
    /// <param name="line">The command line, without its end.</param>
    public SmtpReply Answer(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        var verb = space < 0 ? line : line[..space];
        var argument = space < 0 ? string.Empty : line[space..].Trim(' ');
        return SmtpCommandTable.Find(verb, argument, State)(this, argument);
    }

    /// <summary>The octets of the mail came, whatever became of them.</summary>
    /// <param name="stored">Whether they are committed.</param>
    public void EndMail(bool stored)
    {
        _mails += stored ? 1 : 0;
        Transaction = null;
        State = SmtpState.Greeted;
    }

    /// <summary>HELO and EHLO: both drop a mail that is begun (RFC 5321 section 4.1.4).</summary>
    public SmtpReply Greet(bool extended)
    {
        Transaction = null;
        State = SmtpState.Greeted;
        return extended ? SmtpReplies.ExtendedHello(settings.HostName, settings.MaxMailOctets) : SmtpReplies.Hello(settings.HostName);
    }

    /// <summary>MAIL.</summary>
    public SmtpReply BeginMail(string argument)
    {
        if (_mails >= settings.Options.MaxMailsPerConnection)
        {
            return SmtpReplies.Closing(settings.HostName, "4.7.0", "takes no more mails on this connection, connect again");
        }

        if (!argument.StartsWith("FROM:", StringComparison.OrdinalIgnoreCase)
            || !SmtpPathParser.TryParse(argument.AsSpan(5), out var path)
            || (!path.IsNull && !path.HasDomain))
        {
            return SmtpReplies.BadSender;
        }

        if (!SmtpParameters.TryParse(argument.AsSpan(5 + path.Length), out var parameters))
        {
            return SmtpReplies.BadArguments;
        }

        if (Refuse(parameters) is { } refusal)
        {
            return refusal;
        }

        var allowsUtf8 = parameters.ContainsKey("SMTPUTF8");
        if (path.NeedsUtf8 && !allowsUtf8)
        {
            return SmtpReplies.Utf8Sender;
        }

        Transaction = new SmtpTransaction(path.Address, allowsUtf8);
        State = SmtpState.Sender;
        return SmtpReplies.SenderTaken;
    }

    /// <summary>RCPT.</summary>
    public SmtpReply AddRecipient(string argument)
    {
        var isPostmaster = false;
        if (!argument.StartsWith("TO:", StringComparison.OrdinalIgnoreCase)
            || !SmtpPathParser.TryParse(argument.AsSpan(3), out var path)
            || path.IsNull
            || (!path.HasDomain && !(isPostmaster = path.Address.Equals("postmaster", StringComparison.OrdinalIgnoreCase))))
        {
            return SmtpReplies.BadRecipient;
        }

        if (!SmtpParameters.TryParse(argument.AsSpan(3 + path.Length), out var parameters))
        {
            return SmtpReplies.BadArguments;
        }

        if (parameters.Count > 0)
        {
            return SmtpReplies.UnknownParameter;
        }

        if (path.NeedsUtf8 && !Transaction!.AllowsUtf8)
        {
            return SmtpReplies.Utf8Sender;
        }

        if (Transaction!.Taken >= settings.Options.MaxRecipients)
        {
            return SmtpReplies.TooManyRecipients;
        }

        // RFC 5321 section 4.5.1: postmaster needs no domain. Whoever has the address with or without our name gets it.
        var mailbox = intake.FindMailbox(path.Address) ?? (isPostmaster ? intake.FindMailbox($"postmaster@{settings.HostName}") : null);
        if (mailbox is null)
        {
            return SmtpReplies.NoSuchMailbox;
        }

        Transaction.Add(path.Address, mailbox);
        State = SmtpState.Recipients;
        return SmtpReplies.RecipientTaken;
    }

    /// <summary>RSET.</summary>
    public SmtpReply Reset()
    {
        Transaction = null;
        State = State == SmtpState.Connected ? SmtpState.Connected : SmtpState.Greeted;
        return SmtpReplies.Done;
    }

    /// <summary>QUIT.</summary>
    public SmtpReply Quit() => SmtpReplies.Goodbye(settings.HostName);

    /// <summary>A client that speaks another protocol.</summary>
    public SmtpReply HangUp() => SmtpReplies.Closing(settings.HostName, "4.7.0", "speaks SMTP");

    private SmtpReply? Refuse(Dictionary<string, string> parameters)
    {
        foreach (var (keyword, value) in parameters)
        {
            switch (keyword)
            {
                case "SIZE":
                    if (value.Length is 0 or > 20 || !value.All(char.IsAsciiDigit))
                    {
                        return SmtpReplies.BadArguments;
                    }

                    if (!long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size > settings.MaxMailOctets)
                    {
                        return SmtpReplies.TooBig;
                    }

                    break;
                case "BODY":
                    if (!value.Equals("7BIT", StringComparison.OrdinalIgnoreCase) && !value.Equals("8BITMIME", StringComparison.OrdinalIgnoreCase))
                    {
                        return SmtpReplies.BadArguments;
                    }

                    break;
                case "SMTPUTF8":
                    if (value.Length > 0)
                    {
                        return SmtpReplies.BadArguments;
                    }

                    break;
                default:
                    return SmtpReplies.UnknownParameter;
            }
        }

        return null;
    }
}
