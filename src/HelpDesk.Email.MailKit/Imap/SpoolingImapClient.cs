using HelpDesk.Email.MailKit.Connecting;
using MailKit;
using MailKit.Net.Imap;

namespace HelpDesk.Email.MailKit.Imap;

/// <summary>The library's client, but mails don't stand in memory: from 1 MB on they go to a temporary file as they come in.</summary>
/// <param name="words">Hears what the server says.</param>
internal sealed class SpoolingImapClient(IProtocolLogger words) : ImapClient(words)
{
    private SpoolStream? _last;

    /// <summary>The longest mail that is taken; one that is announced longer ends the connection.</summary>
    public long MostOctets { get; set; } = long.MaxValue;

    /// <summary>Why the mail that was read last can't be kept, where it is the disk.</summary>
    public IOException? SpoolFault => _last?.Fault;

    /// <summary>Takes a mail.</summary>
    public Stream Spool(int length)
    {
        if (length > MostOctets)
        {
            throw new TooManyOctetsException(length);
        }

        _last = new SpoolStream(length);
        return _last;
    }

    /// <inheritdoc/>
    protected override ImapFolder CreateImapFolder(ImapFolderConstructorArgs args) => new SpoolingImapFolder(args, this);
}
