using System.Globalization;
using HelpDesk.Email.Mailboxes;

namespace HelpDesk.Email.Protocols.Drop;

/// <summary>The cursors of one source: how many mails it has handed over.</summary>
/// <remarks>
/// A folder has no order that could tell new files from old ones for ever: a file may be moved in with the time and the
/// name it had. So a cursor says something to the source that made it, and nothing to the next one, which hands over what
/// lies there once more; the receipts tell what is known.
/// </remarks>
internal sealed class DropCursors
{
    private readonly string _prefix = $"{Guid.NewGuid():N}:";

    /// <summary>The cursor after so many mails.</summary>
    public MailboxCursor Write(long handedOver) => new(string.Create(CultureInfo.InvariantCulture, $"{_prefix}{handedOver}"));

    /// <summary>Up to which of its mails a source is told that they are committed; 0 for the cursor of another source.</summary>
    public long Read(MailboxCursor? cursor) =>
        cursor is { Value: { } value }
        && value.StartsWith(_prefix, StringComparison.Ordinal)
        && long.TryParse(value.AsSpan(_prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var handedOver)
            ? handedOver
            : 0;
}
