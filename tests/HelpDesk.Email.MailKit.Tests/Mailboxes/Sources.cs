using HelpDesk.Email.Configuration;
using HelpDesk.Email.MailKit.Imap;
using HelpDesk.Email.MailKit.Pop3;
using HelpDesk.Email.Mailboxes;
using Microsoft.Extensions.Logging.Abstractions;

namespace HelpDesk.Email.MailKit.Tests.Mailboxes;

/// <summary>The sources on trial.</summary>
internal static class Sources
{
    public static IMailboxSourceFactory Imap(ICredentialProvider? secrets = null) => new MailKitImapSourceFactory(secrets, TimeProvider.System, NullLogger<MailKitImapSourceFactory>.Instance);

    public static IMailboxSourceFactory Pop3(ICredentialProvider? secrets = null) => new MailKitPop3SourceFactory(secrets, TimeProvider.System, NullLogger<MailKitPop3SourceFactory>.Instance);

    public static IMailboxSourceFactory Of(string kind, ICredentialProvider? secrets = null) => kind == "Imap" ? Imap(secrets) : Pop3(secrets);
}
