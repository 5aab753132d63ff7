using System.Globalization;
using HelpDesk.Email.Mailboxes;

namespace HelpDesk.Email.Protocols.Imap.Source;

/// <summary>The name of a mail for ever: the folder, its UIDVALIDITY, the UID.</summary>
/// <param name="Tag">The account and the folder, as <see cref="Accounts.MailAccount.TagOf"/> makes it.</param>
/// <param name="UidValidity">What the UID hangs on.</param>
/// <param name="Uid">The UID.</param>
internal readonly record struct ImapReceipt(string Tag, uint UidValidity, uint Uid)
{
    private const string Version = "imap1";

    /// <summary>As it is stored.</summary>
    public MailReceipt ToReceipt() => new(ToString());

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Version}:{Tag}:{UidValidity}:{Uid}");

    /// <summary>Reads one of ours; one of another kind of source is none.</summary>
    public static bool TryRead(MailReceipt receipt, out ImapReceipt read) => TryRead(receipt.Key?.Split(':') ?? [], out read);

    /// <summary>Reads the first four words.</summary>
    public static bool TryRead(string[] words, out ImapReceipt read)
    {
        read = default;
        if (words.Length < 4 || words[0] != Version
            || !uint.TryParse(words[2], NumberStyles.None, CultureInfo.InvariantCulture, out var validity)
            || !uint.TryParse(words[3], NumberStyles.None, CultureInfo.InvariantCulture, out var uid))
        {
            return false;
        }

        read = new(words[1], validity, uid);
        return true;
    }
}
