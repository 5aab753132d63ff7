namespace HelpDesk.Email.Configuration;

/// <summary>One mailbox, below <c>Mailboxes:NAME</c>.</summary>
public sealed class MailboxOptions : MailServerOptions
{
    /// <summary>Whether it is used.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool Enabled { get; set; } = true;

    /// <summary>Its own address: what people write to, and what answers come from.</summary>
    public string Address { get; set; } = string.Empty;

    /// <summary>The name beside the address in outgoing mail.</summary>
    public string? DisplayName { get; set; }

    /// <summary>Where answers to its mail are to go; absent: to the address that the mail comes from.</summary>
    public string? ReplyTo { get; set; }

    /// <summary>Further addresses that reach it.</summary>
    public IList<string> Aliases { get; set; } = [];

    /// <summary>Whether <c>user+anything@domain</c> reaches it too, so that a signed token may stand in the reply address.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool SubAddressing { get; set; }

    /// <summary>The department its new tickets go to.</summary>
    public string? Department { get; set; }

    /// <summary>Who may start a ticket by mail to it, besides what the department says. Anybody else is told so; mail to the tickets that there are is taken all the same.</summary>
    /// <value>The default is <see cref="TicketStarters.Everyone"/>.</value>
    public TicketStarters NewTicketsFrom { get; set; } = TicketStarters.Everyone;

    /// <summary>The outgoing account of its answers.</summary>
    /// <value>The default is <c>default</c>.</value>
    public string Account { get; set; } = "default";

    /// <summary>How it is read, for instance <c>Imap</c>, <c>Pop3</c> or <c>DropFolder</c>; <c>None</c> for one that mail is pushed to.</summary>
    /// <value>The default is <c>None</c>.</value>
    public string Kind { get; set; } = "None";

    /// <summary>The folder of a <c>DropFolder</c>; the folder that is read by IMAP, INBOX where it is absent.</summary>
    public string? Folder { get; set; }

    /// <summary>How often it is looked at.</summary>
    /// <value>The default is 2 minutes; from 1 second to 9,999 minutes.</value>
    public TimeSpan CheckInterval { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How many mails are taken at a look.</summary>
    /// <value>The default is 100; from 1 to 9,999.</value>
    public int MaxPerCheck { get; set; } = 100;

    /// <summary>How the connection is encrypted.</summary>
    /// <value>The default is <see cref="MailEncryption.ImplicitTls"/>.</value>
    public override MailEncryption Encryption { get; set; } = MailEncryption.ImplicitTls;

    /// <summary>What happens to a mail in the mailbox once it is committed; absent: the source's own default.</summary>
    public AfterProcessing? AfterProcessing { get; set; }

    /// <summary>The folder that committed mail is moved to, where it is moved and the place has folders.</summary>
    /// <value>The default is <c>Processed</c>.</value>
    public string ProcessedFolder { get; set; } = "Processed";

    /// <summary>What is brought in of the mail that lies there when the mailbox is read for the first time.</summary>
    /// <value>The default is <see cref="InitialImport.All"/>.</value>
    public InitialImport InitialImport { get; set; }

    /// <summary>The moment for `Since`.</summary>
    public DateTimeOffset? InitialImportSince { get; set; }

    /// <summary>The charset that its mail is read in where a mail names none and is not UTF-8; absent: Windows-1252.</summary>
    public string? DefaultCharset { get; set; }

    /// <summary>The charset of the texts that it sends; a text that it can't hold is written as UTF-8.</summary>
    /// <value>The default is <c>utf-8</c>.</value>
    public string OutgoingCharset { get; set; } = "utf-8";

    /// <summary>Whether an address is this mailbox's: its own, an alias, or one with a sub-address where that is on.</summary>
    public bool IsReachedBy(string address) => IsAt(Address, address) || Aliases.Any(alias => IsAt(alias, address));

    private bool IsAt(string own, string address)
    {
        if (string.Equals(own, address, StringComparison.OrdinalIgnoreCase))
        {
            return own.Length > 0;
        }

        var at = own.LastIndexOf('@');
        return SubAddressing && at > 0
            && address.Length > own.Length
            && address[at] == '+'
            && address.StartsWith(own[..at], StringComparison.OrdinalIgnoreCase)
            && address.EndsWith(own[at..], StringComparison.OrdinalIgnoreCase)
            && address.LastIndexOf('@') == address.Length - (own.Length - at);
    }
}
