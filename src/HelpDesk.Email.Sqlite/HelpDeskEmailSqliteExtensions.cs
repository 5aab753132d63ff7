using HelpDesk.Email.Configuration;
using HelpDesk.Email.Contacts;
using HelpDesk.Email.Knowledge;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Sqlite;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

// In the namespace of the builder, so that a host that can compose finds the call.
namespace HelpDesk.Email;

/// <summary>Keeps everything in one SQLite file.</summary>
public static class HelpDeskEmailSqliteExtensions
{
    /// <summary>Keeps mail, tickets, contacts, articles and keys in one SQLite file, in place of what was chosen before.</summary>
    /// <remarks>
    /// The file is made at first use and brought up to date at every start; several processes of one machine may share it.
    /// A <c>UseTicketStore</c>, <c>UseContactDirectory</c> or <c>UseKnowledgeBase</c> after it puts the host's own in place of those.
    /// </remarks>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">For instance <c>Data Source=helpdesk.db</c>.</param>
    /// <exception cref="HelpDeskConfigurationException">The connection string names no file that may be written.</exception>
    public static IHelpDeskEmailBuilder UseSqlite(this IHelpDeskEmailBuilder builder, string connectionString) =>
        builder.UseSqlite(new SqliteOptions { ConnectionString = connectionString });

    /// <summary>As <see cref="UseSqlite(IHelpDeskEmailBuilder, string)"/>, with more to choose.</summary>
    /// <exception cref="HelpDeskConfigurationException">An option is wrong; the message names it and the fix.</exception>
    public static IHelpDeskEmailBuilder UseSqlite(this IHelpDeskEmailBuilder builder, SqliteOptions options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(options);
        SqliteStores.Validate(options);
        var services = builder.Services;
        services.Replace(ServiceDescriptor.Singleton(provider => new SqliteStores(
            options,
            provider.GetService<TimeProvider>() ?? TimeProvider.System,
            provider.GetService<ILogger<SqliteStores>>() ?? NullLogger<SqliteStores>.Instance)));
        services.Replace(ServiceDescriptor.Singleton(provider => provider.GetRequiredService<SqliteStores>().Mail));
        services.Replace(ServiceDescriptor.Singleton<ITicketStore>(provider => provider.GetRequiredService<SqliteStores>().Tickets));
        services.Replace(ServiceDescriptor.Singleton<ITicketQueries>(provider => provider.GetRequiredService<SqliteStores>().Tickets));
        services.Replace(ServiceDescriptor.Singleton<IContactDirectory>(provider => provider.GetRequiredService<SqliteStores>().Contacts));
        services.Replace(ServiceDescriptor.Singleton<IContactWriter>(provider => provider.GetRequiredService<SqliteStores>().Contacts));
        services.Replace(ServiceDescriptor.Singleton<IKnowledgeBase>(provider => provider.GetRequiredService<SqliteStores>().Knowledge));
        services.Replace(ServiceDescriptor.Singleton<IKnowledgeWriter>(provider => provider.GetRequiredService<SqliteStores>().Knowledge));
        services.Replace(ServiceDescriptor.Singleton(provider => provider.GetRequiredService<SqliteStores>().Keys));

        // The eraser of the stores that were chosen before goes with them; a host adds its own afterwards.
        services.Replace(ServiceDescriptor.Singleton(provider => provider.GetRequiredService<SqliteStores>().Eraser));
        return builder;
    }
}
