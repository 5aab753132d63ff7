using System.Globalization;
using HelpDesk.Email.Mailboxes;

namespace HelpDesk.Email.Protocols.Imap.Source;

/// <summary>How far a folder was read.</summary>
/// <param name="Through">The last mail that was read or passed over; its UID is 0 for none.</param>
internal sealed record ImapCursor(ImapReceipt Through)
{
    /// <summary>Mail that the mailbox got before is never brought in, whatever number it gets: its history was skipped then. In seconds; <see langword="null"/> for no such moment.</summary>
    public long? SkippedBefore { get; init; }

    /// <summary>Up to this UID mails are compared with those that are known, because the folder was numbered anew.</summary>
    public uint CompareThrough { get; init; }

    /// <summary>Until when all that comes is compared as well: a folder that is made anew may be filled again only later. In seconds; <see langword="null"/> for no such moment.</summary>
    public long? CompareUntil { get; init; }

    /// <summary>Whether what follows is among what lay there when the folder was numbered anew.</summary>
    public bool IsComparing => Through.Uid < CompareThrough;

    /// <summary>The cursor after more mails.</summary>
    public ImapCursor At(uint uid) => this with { Through = Through with { Uid = uid } };

    /// <summary>As it is stored.</summary>
    public MailboxCursor ToCursor() =>
        new(string.Create(CultureInfo.InvariantCulture, $"{Through}:{SkippedBefore}:{(IsComparing ? CompareThrough : null)}{(CompareUntil is null ? string.Empty : ":")}{CompareUntil}"));

    /// <summary>Reads one; that of another kind of source is none.</summary>
    public static ImapCursor? Read(MailboxCursor? cursor)
    {
        var words = cursor?.Value?.Split(':') ?? [];
        if (words.Length is not (6 or 7) || !ImapReceipt.TryRead(words, out var through))
        {
            return null;
        }

        return new ImapCursor(through)
        {
            SkippedBefore = long.TryParse(words[4], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds) ? seconds : null,
            CompareThrough = uint.TryParse(words[5], NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : 0,
            CompareUntil = words.Length == 7 && long.TryParse(words[6], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var until) ? until : null,
        };
    }
}
