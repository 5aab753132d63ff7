namespace HelpDesk.Email.Protocols.Listener;

/// <summary>A mail that is being begun: its sender, its recipients and the mailboxes they reach.</summary>
/// <param name="reversePath">The sender; empty for <c>&lt;&gt;</c>.</param>
/// <param name="allowsUtf8">Whether SMTPUTF8 was said (RFC 6531).</param>
internal sealed class SmtpTransaction(string reversePath, bool allowsUtf8)
{
    private readonly List<string> _recipients = [];
    private readonly List<string> _mailboxes = [];
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _reached = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The sender; empty for <c>&lt;&gt;</c>.</summary>
    public string ReversePath { get; } = reversePath;

    /// <summary>Whether addresses beyond ASCII are allowed.</summary>
    public bool AllowsUtf8 { get; } = allowsUtf8;

    /// <summary>The recipients in the order they were named, each once.</summary>
    public IReadOnlyList<string> Recipients => _recipients;

    /// <summary>The mailboxes they reach, each once.</summary>
    public IReadOnlyList<string> Mailboxes => _mailboxes;

    /// <summary>How many recipients were taken, repetitions included.</summary>
    public int Taken { get; private set; }

    /// <summary>Adds a recipient.</summary>
    public void Add(string recipient, string mailbox)
    {
        Taken++;
        if (_known.Add(recipient))
        {
            _recipients.Add(recipient);
        }

        if (_reached.Add(mailbox))
        {
            _mailboxes.Add(mailbox);
        }
    }
}
