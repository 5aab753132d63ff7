using HelpDesk.Email.Configuration;
using HelpDesk.Email.Contacts;
using HelpDesk.Email.Knowledge;
using HelpDesk.Email.Messages;
using HelpDesk.Email.PostgreSql;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

// In the namespace of the builder, so that a host that can compose finds the call.
namespace HelpDesk.Email;

/// <summary>Keeps everything in one schema of a PostgreSQL database.</summary>
public static class HelpDeskEmailPostgreSqlExtensions
{
    /// <summary>Keeps mail, tickets, contacts, articles and keys in the schema <c>helpdesk</c> of a PostgreSQL database, in place of what was chosen before.</summary>
    /// <remarks>
    /// The schema is made at first use and brought up to date at every start; any number of processes on any number of machines may
    /// share it. Leases run on the server's clock. A <c>UseTicketStore</c>, <c>UseContactDirectory</c> or
    /// <c>UseKnowledgeBase</c> after it puts the host's own in place of those.
    /// </remarks>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">For instance <c>Host=db.example.test;Database=helpdesk;Username=helpdesk</c>; the password is better in a passfile or the environment.</param>
    /// <exception cref="HelpDeskConfigurationException">The connection string is not one.</exception>
    public static IHelpDeskEmailBuilder UsePostgreSql(this IHelpDeskEmailBuilder builder, string connectionString) =>
        builder.UsePostgreSql(new PostgreSqlOptions { ConnectionString = connectionString });

    /// <summary>As <see cref="UsePostgreSql(IHelpDeskEmailBuilder, string)"/>, with more to choose.</summary>
    /// <exception cref="HelpDeskConfigurationException">An option is wrong; the message names it and the fix.</exception>
    public static IHelpDeskEmailBuilder UsePostgreSql(this IHelpDeskEmailBuilder builder, PostgreSqlOptions options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(options);
        PostgreSqlStores.Validate(options);
        var services = builder.Services;
        services.Replace(ServiceDescriptor.Singleton(provider => new PostgreSqlStores(
            options,
            provider.GetService<TimeProvider>() ?? TimeProvider.System,
            provider.GetService<ILogger<PostgreSqlStores>>() ?? NullLogger<PostgreSqlStores>.Instance)));
        services.Replace(ServiceDescriptor.Singleton(provider => provider.GetRequiredService<PostgreSqlStores>().Mail));
        services.Replace(ServiceDescriptor.Singleton<ITicketStore>(provider => provider.GetRequiredService<PostgreSqlStores>().Tickets));
        services.Replace(ServiceDescriptor.Singleton<ITicketQueries>(provider => provider.GetRequiredService<PostgreSqlStores>().Tickets));
        services.Replace(ServiceDescriptor.Singleton<IContactDirectory>(provider => provider.GetRequiredService<PostgreSqlStores>().Contacts));
        services.Replace(ServiceDescriptor.Singleton<IContactWriter>(provider => provider.GetRequiredService<PostgreSqlStores>().Contacts));
        services.Replace(ServiceDescriptor.Singleton<IKnowledgeBase>(provider => provider.GetRequiredService<PostgreSqlStores>().Knowledge));
        services.Replace(ServiceDescriptor.Singleton<IKnowledgeWriter>(provider => provider.GetRequiredService<PostgreSqlStores>().Knowledge));
        services.Replace(ServiceDescriptor.Singleton(provider => provider.GetRequiredService<PostgreSqlStores>().Keys));

        // The eraser of the stores that were chosen before goes with them; a host adds its own afterwards.
        services.Replace(ServiceDescriptor.Singleton(provider => provider.GetRequiredService<PostgreSqlStores>().Eraser));
        return builder;
    }
}
