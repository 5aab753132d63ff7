using HelpDesk.Email.Configuration;
using HelpDesk.Email.Contacts;
using HelpDesk.Email.Erasure;
using HelpDesk.Email.Knowledge;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Email.InMemory;

/// <summary>Keeps everything in memory: for tests and trials.</summary>
public static class InMemoryStoresExtensions
{
    /// <summary>Keeps mail, tickets, contacts, articles and keys in memory, in place of what was chosen before.</summary>
    /// <remarks>
    /// <para>All of it is gone with the process. The mail store isn't durable, so after-processing that deletes or moves
    /// mail is refused at start.</para>
    /// <para>The stores can also be resolved as <see cref="InMemoryMailStore"/>, <see cref="InMemoryTicketStore"/>,
    /// <see cref="InMemoryContactDirectory"/>, <see cref="InMemoryKnowledgeBase"/> and <see cref="InMemoryKeyRing"/>; one of them that was registered as a
    /// singleton before (for instance with other ticket numbers) is used as it is. Time is the registered
    /// <see cref="TimeProvider"/>'s.</para>
    /// </remarks>
    public static IHelpDeskEmailBuilder UseInMemoryStores(this IHelpDeskEmailBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new InMemoryMailStore(provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(provider => new InMemoryTicketStore(provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<InMemoryContactDirectory>();
        services.TryAddSingleton<InMemoryKnowledgeBase>();
        services.TryAddSingleton(_ => new InMemoryKeyRing());

        services.Replace(ServiceDescriptor.Singleton<IMailStore>(provider => provider.GetRequiredService<InMemoryMailStore>()));
        services.Replace(ServiceDescriptor.Singleton<ITicketStore>(provider => provider.GetRequiredService<InMemoryTicketStore>()));
        services.Replace(ServiceDescriptor.Singleton<ITicketQueries>(provider => provider.GetRequiredService<InMemoryTicketStore>()));
        services.Replace(ServiceDescriptor.Singleton<IContactDirectory>(provider => provider.GetRequiredService<InMemoryContactDirectory>()));
        services.Replace(ServiceDescriptor.Singleton<IContactWriter>(provider => provider.GetRequiredService<InMemoryContactDirectory>()));
        services.Replace(ServiceDescriptor.Singleton<IKnowledgeBase>(provider => provider.GetRequiredService<InMemoryKnowledgeBase>()));
        services.Replace(ServiceDescriptor.Singleton<IKnowledgeWriter>(provider => provider.GetRequiredService<InMemoryKnowledgeBase>()));
        services.Replace(ServiceDescriptor.Singleton<IPersonEraser>(provider => new InMemoryPersonEraser(
            provider.GetRequiredService<InMemoryMailStore>(), provider.GetRequiredService<InMemoryTicketStore>(), provider.GetRequiredService<InMemoryContactDirectory>())));
        services.Replace(ServiceDescriptor.Singleton<IKeyRing>(provider => provider.GetRequiredService<InMemoryKeyRing>()));
        return builder;
    }
}
