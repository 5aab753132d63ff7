using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Protocols.Listener;
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

    private static TimeProvider Clock(IServiceProvider services) => services.GetService<TimeProvider>() ?? TimeProvider.System;

    private static ILogger<T> Log<T>(IServiceProvider services) => services.GetService<ILogger<T>>() ?? NullLogger<T>.Instance;
}
