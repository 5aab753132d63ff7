using System.Globalization;
using HelpDesk.Email.Protocols.Imap.Reading;

namespace HelpDesk.Email.Protocols.Imap.Dialogue;

/// <summary>What the server said of the open folder so far.</summary>
/// <param name="name">Its name.</param>
internal sealed class ImapMailbox(string name)
{
    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>How many mails are in it.</summary>
    public long Exists { get; private set; }

    /// <summary>Its UIDVALIDITY.</summary>
    public uint? UidValidity { get; private set; }

    /// <summary>What the next mail will be called.</summary>
    public uint? UidNext { get; private set; }

    /// <summary>The highest modification sequence.</summary>
    public long? HighestModSeq { get; private set; }

    /// <summary>Which flags stay.</summary>
    public IReadOnlyList<string> PermanentFlags { get; private set; } = [];

    /// <summary>Whether it can only be read.</summary>
    public bool IsReadOnly { get; set; }

    /// <summary>Whether new mail came since this was last set to <see langword="false"/>.</summary>
    public bool HasGrown { get; set; }

    /// <summary>Takes EXISTS.</summary>
    public void Count(long exists)
    {
        HasGrown |= exists > Exists;
        Exists = exists;
    }

    /// <summary>Takes EXPUNGE.</summary>
    public void Remove() => Exists = Math.Max(0, Exists - 1);

    /// <summary>Takes a response code.</summary>
    /// <returns>What is wrong with it; <see langword="null"/> when nothing is.</returns>
    public string? Take(ImapStatus status)
    {
        switch (status.Code)
        {
            case "UIDVALIDITY" when !TryParse(status.Arguments, out var validity):
                return "the server sent a UIDVALIDITY that is none";
            case "UIDVALIDITY" when UidValidity is { } known && known != uint.Parse(status.Arguments, CultureInfo.InvariantCulture):
                return "the server changed UIDVALIDITY of an open folder";
            case "UIDVALIDITY":
                UidValidity = uint.Parse(status.Arguments, CultureInfo.InvariantCulture);
                break;
            case "UIDNEXT" when !TryParse(status.Arguments, out _):
                return "the server sent a UIDNEXT that is none";
            case "UIDNEXT":
                UidNext = uint.Parse(status.Arguments, CultureInfo.InvariantCulture);
                break;
            case "HIGHESTMODSEQ" when long.TryParse(status.Arguments, NumberStyles.None, CultureInfo.InvariantCulture, out var modSeq):
                HighestModSeq = modSeq;
                break;
            case "PERMANENTFLAGS":
                PermanentFlags = ImapListText.Words(status.Arguments);
                break;
            default:
                break;
        }

        return null;
    }

    private static bool TryParse(string text, out uint number) =>
        uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
}
