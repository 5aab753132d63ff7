using HelpDesk.Email.Configuration;
using HelpDesk.Email.MailKit.Imap;
using HelpDesk.Email.MailKit.Pop3;
using HelpDesk.Email.MailKit.Smtp;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Outbound;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace HelpDesk.Email;

/// <summary>Chooses MailKit for the ways in and out, in place of the built-in clients. The settings are the same.</summary>
public static class MailKitBuilderExtensions
{
    /// <summary>Reads mailboxes by IMAP over MailKit: those whose <c>Kind</c> is <c>Imap</c>. In place of <c>UseImap</c>.</summary>
    /// <remarks>
    /// <para><c>Host</c> and <c>UserName</c> say where; the usual port is 993 with <see cref="MailEncryption.ImplicitTls"/>, which is the
    /// default encryption, else 143. <c>Folder</c> is the folder that is read, INBOX where it is left out. Secrets are asked from
    /// <see cref="ICredentialProvider"/> at every connect where one is registered.</para>
    /// <para>After the commit a mail is moved to <c>ProcessedFolder</c>, which is made when it is missing; marked as read; deleted; or left.
    /// Reading marks nothing as read. New mail is told at once where the server offers IDLE. Mails from 1 MB on go to a temporary file
    /// as they come in. Cursors and receipts are those of the built-in client: a mailbox can change from one to the other. Calling it
    /// again changes nothing.</para>
    /// </remarks>
    public static IHelpDeskEmailBuilder UseMailKitImap(this IHelpDeskEmailBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IMailboxSourceFactory, MailKitImapSourceFactory>(services =>
            new MailKitImapSourceFactory(services.GetService<ICredentialProvider>(), Clock(services), Log<MailKitImapSourceFactory>(services))));
        return builder;
    }

    /// <summary>Reads mailboxes by POP3 over MailKit: those whose <c>Kind</c> is <c>Pop3</c>. In place of <c>UsePop3</c>.</summary>
    /// <remarks>
    /// <para><c>Host</c> and <c>UserName</c> say where; the usual port is 995 with <see cref="MailEncryption.ImplicitTls"/>, which is the
    /// default encryption, else 110. Secrets are asked from <see cref="ICredentialProvider"/> at every connect where one is registered.</para>
    /// <para>After the commit a mail is deleted, or left with <see cref="AfterProcessing.Leave"/>: what was left is known by its name
    /// (UIDL), also after a restart, and not fetched again. MailKit keeps a mail in memory until all of it has come. Calling it again
    /// changes nothing.</para>
    /// </remarks>
    public static IHelpDeskEmailBuilder UseMailKitPop3(this IHelpDeskEmailBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IMailboxSourceFactory, MailKitPop3SourceFactory>(services =>
            new MailKitPop3SourceFactory(services.GetService<ICredentialProvider>(), Clock(services), Log<MailKitPop3SourceFactory>(services))));
        return builder;
    }

    /// <summary>Hands mail to SMTP servers over MailKit: for outgoing accounts whose <c>Kind</c> is <c>Smtp</c>. In place of <c>UseSmtp</c>.</summary>
    /// <remarks>
    /// <c>Host</c> names the server. The usual port is 465 with <see cref="MailEncryption.ImplicitTls"/>, else 25; most providers
    /// take mail of their users at 587 with <see cref="MailEncryption.StartTls"/>, which is the default encryption. Secrets are
    /// asked from <see cref="ICredentialProvider"/> at every connect where one is registered. The octets go out as they stand in the
    /// outbox: MailKit neither parses nor rewrites them. Calling it again changes nothing.
    /// </remarks>
    public static IHelpDeskEmailBuilder UseMailKitSmtp(this IHelpDeskEmailBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IOutboundTransportFactory, MailKitSmtpTransportFactory>(services =>
            new MailKitSmtpTransportFactory(services.GetService<ICredentialProvider>(), Clock(services), Log<MailKitSmtpTransportFactory>(services))));
        return builder;
    }

    private static TimeProvider Clock(IServiceProvider services) => services.GetService<TimeProvider>() ?? TimeProvider.System;

    private static ILogger<T> Log<T>(IServiceProvider services) => services.GetService<ILogger<T>>() ?? NullLogger<T>.Instance;
}
