using System.Collections.Frozen;
using HelpDesk.Email.Protocols.Imap.Model;
using HelpDesk.Email.Protocols.Imap.Reading;
using HelpDesk.Email.Protocols.Imap.Writing;

namespace HelpDesk.Email.Protocols.Imap.Dialogue;

/// <summary>What the server said about itself and the open folder.</summary>
internal sealed class ImapKnowledge
{
    /// <summary>What it offers; <see langword="null"/> when it did not say so.</summary>
    public FrozenSet<string>? Capabilities { get; private set; }

    /// <summary>The open folder, or the one that is being opened.</summary>
    public ImapMailbox? Mailbox { get; set; }

    /// <summary>Whether names of folders are UTF-8 on the wire, and not modified UTF-7 (RFC 6855).</summary>
    public bool HasUtf8Names { get; set; }

    /// <summary>Where the last COPY or MOVE put its mails.</summary>
    public ImapCopied? Copied { get; set; }

    /// <summary>What the server wants people to read (ALERT); masked when it is logged.</summary>
    public string? Alert { get; set; }

    /// <summary>Why the server ended the conversation; <see langword="null"/> while it did not.</summary>
    public ImapStatus? Bye { get; private set; }

    /// <summary>Whether it offers something; compared without case.</summary>
    public bool Offers(string capability) => Capabilities?.Contains(capability) == true;

    /// <summary>Whether what it offers was said since <see cref="Expire"/>.</summary>
    public bool IsFresh { get; private set; }

    /// <summary>Takes what it offers.</summary>
    public void SetCapabilities(IEnumerable<string> words)
    {
        Capabilities = words.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        IsFresh = true;
    }

    /// <summary>What it said may change with the command that is about to be said.</summary>
    public void Expire() => IsFresh = false;

    /// <summary>What it said before TLS counts no more: anybody may have said it.</summary>
    public void Forget()
    {
        Capabilities = null;
        Alert = null;
        IsFresh = false;
    }

    /// <summary>The name of a folder as it goes over the wire.</summary>
    public string WireName(string folder) => HasUtf8Names ? folder : ModifiedUtf7.Encode(folder);

    /// <summary>Takes a status with its code.</summary>
    /// <returns>What is wrong with it; <see langword="null"/> when nothing is.</returns>
    public string? Take(ImapStatus status)
    {
        if (status.Condition == ImapCondition.Bye)
        {
            Bye = status;
        }

        switch (status.Code)
        {
            case "CAPABILITY":
                SetCapabilities(ImapListText.Words(status.Arguments));
                return null;
            case "COPYUID":
                Copied = ImapCopied.TryParse(status.Arguments, SearchReader.MostUids);
                return Copied is null ? "the server sent a COPYUID whose sets do not match" : null;
            case "ALERT":
                Alert = status.Text;
                return null;
            default:
                return Mailbox?.Take(status);
        }
    }
}
