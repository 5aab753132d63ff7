using MailKit;
using MailKit.Net.Imap;

namespace HelpDesk.Email.MailKit.Imap;

/// <summary>A folder whose mails don't stand in memory.</summary>
/// <param name="args">What the library makes folders of.</param>
/// <param name="client">The client.</param>
internal sealed class SpoolingImapFolder(ImapFolderConstructorArgs args, SpoolingImapClient client) : ImapFolder(args)
{
    /// <inheritdoc/>
    protected override Stream CreateStream(UniqueId? uid, string section, int offset, int length) =>
        section.Length == 0 ? client.Spool(length) : base.CreateStream(uid, section, offset, length);
}
