using HelpDesk.Email.Outbound;
using HelpDesk.Email.Protocols.Smtp;
using MimeKit;

namespace HelpDesk.Email.MailKit.Smtp;

/// <summary>What becomes of a mail for each of its recipients.</summary>
internal sealed class SmtpRecipients
{
    private readonly List<(string Address, MailboxAddress Mailbox)> _recipients = [];
    private readonly List<RecipientResult> _results;

    /// <summary>Reads the addresses; those that the library can't say to a server are refused.</summary>
    /// <param name="addresses">The recipients.</param>
    /// <param name="results">Gets what becomes of each.</param>
    /// <param name="takesUtf8">Whether the server takes addresses beyond ASCII, or what it takes is asked of the whole mail.</param>
    public SmtpRecipients(IReadOnlyList<string> addresses, List<RecipientResult> results, bool takesUtf8)
    {
        _results = results;
        foreach (var address in addresses)
        {
            if (!takesUtf8 && !SmtpAddressText.IsAscii(address))
            {
                results.Add(new RecipientResult(address, RecipientStatus.Rejected, "5.6.7", "5.6.7 The address is in UTF-8, and the server does not offer SMTPUTF8."));
            }
            else if (TryRead(address) is { } mailbox)
            {
                _recipients.Add((address, mailbox));
            }
            else
            {
                results.Add(new RecipientResult(address, RecipientStatus.Rejected, "5.1.3", "The address is not one that a mail server can be told."));
            }
        }
    }

    /// <summary>The recipients as the library takes them.</summary>
    public IReadOnlyList<MailboxAddress> Mailboxes => _recipients.ConvertAll(recipient => recipient.Mailbox);

    /// <summary>The mail was taken over for those who were accepted.</summary>
    /// <returns>Those who were too many for one mail.</returns>
    public IReadOnlyList<string> Enter(IReadOnlyDictionary<string, SmtpAnswer> told, SmtpAnswer accepted)
    {
        var tooMany = new List<string>();
        foreach (var (address, reply) in Replies(told))
        {
            if (reply is { IsPositive: false } && SmtpRefusals.IsTooMany(reply.Code, reply.EnhancedStatusCode))
            {
                tooMany.Add(address);
            }
            else
            {
                _results.Add(reply is { IsPositive: false } ? Refused(address, reply) : new RecipientResult(address, RecipientStatus.Accepted, accepted.EnhancedStatusCode, accepted.ToString()));
            }
        }

        return tooMany;
    }

    /// <summary>The mail can't be offered to this server.</summary>
    public void RefuseAll(string obstacle) =>
        _results.AddRange(_recipients.Select(recipient => new RecipientResult(recipient.Address, RecipientStatus.Rejected, obstacle.Split(' ')[0], obstacle)));

    /// <summary>The mail was refused: its sender, each recipient, or all of it.</summary>
    public void Refuse(SmtpAnswer? sender, IReadOnlyDictionary<string, SmtpAnswer> told, SmtpAnswer whole)
    {
        // Behind a refused sender the replies for recipients only say that there is no mail.
        var isSender = sender is { IsPositive: false };
        foreach (var (address, reply) in Replies(told))
        {
            _results.Add(Refused(address, isSender ? sender! : reply is { IsPositive: false } ? reply : whole));
        }
    }

    /// <summary>Nobody knows whether the mail was taken over for those who were accepted.</summary>
    public void Doubt(IReadOnlyDictionary<string, SmtpAnswer> told, string reason)
    {
        foreach (var (address, reply) in Replies(told))
        {
            _results.Add(reply is { IsPositive: false } ? Refused(address, reply) : new RecipientResult(address, RecipientStatus.Unknown, Reply: reason));
        }
    }

    private static RecipientResult Refused(string address, SmtpAnswer reply) => new(
        address,
        SmtpRefusals.IsForNow(reply.Code, reply.EnhancedStatusCode) ? RecipientStatus.Deferred : RecipientStatus.Rejected,
        reply.EnhancedStatusCode,
        reply.ToString());

    private static MailboxAddress? TryRead(string address)
    {
        try
        {
            return SmtpAddressText.IsSafe(address) ? new MailboxAddress(string.Empty, address) : null;
        }
        catch (ParseException)
        {
            return null;
        }
    }

    // The library says an address that is there twice once.
    private IEnumerable<(string Address, SmtpAnswer? Reply)> Replies(IReadOnlyDictionary<string, SmtpAnswer> told) =>
        _recipients.Select(recipient => (recipient.Address, told.GetValueOrDefault(recipient.Mailbox.Address)));
}
