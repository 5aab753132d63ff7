using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Protocols.Drop;
using HelpDesk.Email.Protocols.Imap.Source;
using HelpDesk.Email.Protocols.Listener;
using HelpDesk.Email.Protocols.Pickup;
using HelpDesk.Email.Protocols.Pop3.Source;
using HelpDesk.Email.Protocols.Smtp;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Email;

/// <summary>Chooses the ways in and out of this package.</summary>
public static class ProtocolsBuilderExtensions
{
    /// <summary>Takes mail by SMTP, for every mailbox that is configured.</summary>
    /// <remarks>
    /// Its settings stand below <c>SmtpListener</c>: 127.0.0.1 and port 2525 unless they say otherwise. See
    /// <see cref="SmtpListener"/> for what it does and does not do. Calling it again changes nothing.
    /// </remarks>
    public static IHelpDeskEmailBuilder UseSmtpListener(this IHelpDeskEmailBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IMailListener, SmtpListener>(services =>
        {
            var options = services.GetRequiredService<IOptionsMonitor<HelpDeskEmailOptions>>();
            return new SmtpListener(
                () => (options.CurrentValue.SmtpListener, options.CurrentValue.Limits),
                Clock(services),
                Log<SmtpListener>(services));
        }));
        return builder;
    }

    /// <summary>Reads mail from folders: for mailboxes whose <c>Kind</c> is <c>DropFolder</c>.</summary>
    /// <remarks>
    /// <para>Every <c>.eml</c> file of <c>Folder</c> is a mail once it was left alone for two seconds. Who writes slowly
    /// writes under another name and renames at the end. Sub-folders, links and hidden files are not looked at.</para>
    /// <para>After the commit a file is moved to the sub-folder <c>processed</c>, which is the default and also what
    /// <see cref="AfterProcessing.MarkRead"/> means; deleted; or left. A file that is too long is left and told to the log.
    /// Calling it again changes nothing.</para>
    /// </remarks>
    public static IHelpDeskEmailBuilder AddDropFolderSource(this IHelpDeskEmailBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IMailboxSourceFactory, DropFolderSourceFactory>(services =>
            new DropFolderSourceFactory(Clock(services), Log<DropFolderSource>(services))));
        return builder;
    }

    /// <summary>Writes mail to folders: for outgoing accounts whose <c>Kind</c> is <c>Pickup</c>.</summary>
    /// <remarks>
    /// Each mail becomes an <c>.eml</c> file of <c>Folder</c>, whole from the moment it can be seen, named after its date and
    /// a hash of its Message-ID, so that an attempt that is repeated overwrites itself. Calling it again changes nothing.
    /// </remarks>
    public static IHelpDeskEmailBuilder AddPickupTransport(this IHelpDeskEmailBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IOutboundTransportFactory, PickupTransportFactory>());
        return builder;
    }

    /// <summary>Hands mail to SMTP servers: for outgoing accounts whose <c>Kind</c> is <c>Smtp</c>.</summary>
    /// <remarks>
    /// <c>Host</c> names the server. The usual port is 465 with <see cref="MailEncryption.ImplicitTls"/>, else 25; most providers
    /// take mail of their users at 587 with <see cref="MailEncryption.StartTls"/>, which is the default encryption. Secrets are
    /// asked from <see cref="ICredentialProvider"/> at every connect where one is registered. Calling it again changes nothing.
    /// </remarks>
    public static IHelpDeskEmailBuilder UseSmtp(this IHelpDeskEmailBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IOutboundTransportFactory, SmtpTransportFactory>(services =>
            new SmtpTransportFactory(services.GetService<ICredentialProvider>(), Clock(services), Log<SmtpTransport>(services))));
        return builder;
    }

    /// <summary>Reads mailboxes by IMAP: those whose <c>Kind</c> is <c>Imap</c>.</summary>
    /// <remarks>
    /// <para><c>Host</c> and <c>UserName</c> say where; the usual port is 993 with <see cref="MailEncryption.ImplicitTls"/>, which is the
    /// default encryption, else 143. <c>Folder</c> is the folder that is read, INBOX where it is left out. Secrets are asked from
    /// <see cref="ICredentialProvider"/> at every connect where one is registered.</para>
    /// <para>After the commit a mail is moved to <c>ProcessedFolder</c>, which is made when it is missing; marked as read; deleted; or left.
    /// Reading marks nothing as read. New mail is told at once where the server offers IDLE. Calling it again changes nothing.</para>
    /// </remarks>
    public static IHelpDeskEmailBuilder UseImap(this IHelpDeskEmailBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IMailboxSourceFactory, ImapMailboxSourceFactory>(services =>
            new ImapMailboxSourceFactory(services.GetService<ICredentialProvider>(), Clock(services), Log<ImapMailboxSource>(services))));
        return builder;
    }

    /// <summary>Reads mailboxes by POP3: those whose <c>Kind</c> is <c>Pop3</c>.</summary>
    /// <remarks>
    /// <para><c>Host</c> and <c>UserName</c> say where; the usual port is 995 with <see cref="MailEncryption.ImplicitTls"/>, which is the
    /// default encryption, else 110. Secrets are asked from <see cref="ICredentialProvider"/> at every connect where one is registered.</para>
    /// <para>After the commit a mail is deleted, or left with <see cref="AfterProcessing.Leave"/>: what was left is known by its name
    /// (UIDL), also after a restart, and not fetched again. Calling it again changes nothing.</para>
    /// </remarks>
    public static IHelpDeskEmailBuilder UsePop3(this IHelpDeskEmailBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IMailboxSourceFactory, Pop3MailboxSourceFactory>(services =>
            new Pop3MailboxSourceFactory(services.GetService<ICredentialProvider>(), Clock(services), Log<Pop3MailboxSource>(services))));
        return builder;
    }

    private static TimeProvider Clock(IServiceProvider services) => services.GetService<TimeProvider>() ?? TimeProvider.System;

    private static ILogger<T> Log<T>(IServiceProvider services) => services.GetService<ILogger<T>>() ?? NullLogger<T>.Instance;
}
