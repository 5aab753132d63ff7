using System.Diagnostics.CodeAnalysis;
using HelpDesk.Email.Contacts;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Knowledge;
using HelpDesk.Email.Notifications;
using HelpDesk.Email.Records;
using HelpDesk.Email.Reports;
using HelpDesk.Email.Tickets;
using HelpDesk.Email.Tickets.Events;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Email;

/// <summary>What every host can compose, whatever packages it uses.</summary>
public static class HelpDeskEmailBuilderExtensions
{
    /// <summary>Puts the engine over the host's own tickets.</summary>
    /// <remarks>One instance serves all threads. A store that also is an <see cref="ITicketQueries"/> is registered as that too; with one that is not, nothing lists tickets any more.</remarks>
    public static IHelpDeskEmailBuilder UseTicketStore<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TStore>(this IHelpDeskEmailBuilder builder)
        where TStore : class, ITicketStore
    {
        builder.Services.TryAddSingleton<TStore>();
        builder.Services.Replace(ServiceDescriptor.Singleton<ITicketStore>(services => services.GetRequiredService<TStore>()));
        builder.Services.RemoveAll<ITicketQueries>();
        if (typeof(ITicketQueries).IsAssignableFrom(typeof(TStore)))
        {
            builder.Services.Add(ServiceDescriptor.Singleton(services => (ITicketQueries)services.GetRequiredService<TStore>()));
        }

        return builder;
    }

    /// <summary>Asks the host's own directory who people are. There is no <see cref="IContactWriter"/> then: the host writes its own.</summary>
    public static IHelpDeskEmailBuilder UseContactDirectory<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TDirectory>(this IHelpDeskEmailBuilder builder)
        where TDirectory : class, IContactDirectory
    {
        builder.Services.Replace(ServiceDescriptor.Singleton<IContactDirectory, TDirectory>());
        builder.Services.RemoveAll<IContactWriter>();
        return builder;
    }

    /// <summary>Has the host invite people who were made contacts because they wrote; each gets a welcome mail.</summary>
    public static IHelpDeskEmailBuilder UseContactInvitation<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TInvitation>(this IHelpDeskEmailBuilder builder)
        where TInvitation : class, IContactInvitation
    {
        builder.Services.Replace(ServiceDescriptor.Singleton<IContactInvitation, TInvitation>());
        return builder;
    }

    /// <summary>Asks the host who belongs to a ticket because of what they are, in place of the settings.</summary>
    public static IHelpDeskEmailBuilder UseTicketAudience<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TAudience>(this IHelpDeskEmailBuilder builder)
        where TAudience : class, ITicketAudience
    {
        builder.Services.Replace(ServiceDescriptor.Singleton<ITicketAudience, TAudience>());
        return builder;
    }

    /// <summary>Adds a way to find the ticket of a mail.</summary>
    public static IHelpDeskEmailBuilder AddCorrelator<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TCorrelator>(this IHelpDeskEmailBuilder builder)
        where TCorrelator : class, ITicketCorrelator
    {
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<ITicketCorrelator, TCorrelator>());
        return builder;
    }

    /// <summary>Adds a command that mails can give, or replaces the one that has its name.</summary>
    public static IHelpDeskEmailBuilder AddCommand<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(this IHelpDeskEmailBuilder builder)
        where THandler : class, ICommandHandler
    {
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<ICommandHandler, THandler>());
        return builder;
    }

    /// <summary>Adds a sort of records that mails can make, change and delete, or replaces the one that has its name.</summary>
    public static IHelpDeskEmailBuilder AddRecordModule<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TModule>(this IHelpDeskEmailBuilder builder)
        where TModule : class, IRecordModule
    {
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IRecordModule, TModule>());
        return builder;
    }

    /// <summary>Adds a report that can be mailed on a schedule, or replaces the one that has its name. When it is mailed is said by <c>Reports:NAME</c>.</summary>
    public static IHelpDeskEmailBuilder AddReport<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TReport>(this IHelpDeskEmailBuilder builder)
        where TReport : class, IScheduledReport
    {
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IScheduledReport, TReport>());
        return builder;
    }

    /// <summary>Suggests articles of the host's own in acknowledgements. There is no <see cref="IKnowledgeWriter"/> then: the host writes its own.</summary>
    public static IHelpDeskEmailBuilder UseKnowledgeBase<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TKnowledge>(this IHelpDeskEmailBuilder builder)
        where TKnowledge : class, IKnowledgeBase
    {
        builder.Services.Replace(ServiceDescriptor.Singleton<IKnowledgeBase, TKnowledge>());
        builder.Services.RemoveAll<IKnowledgeWriter>();
        return builder;
    }

    /// <summary>Has an event told to a handler, which is made anew for each telling.</summary>
    public static IHelpDeskEmailBuilder On<TEvent, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(this IHelpDeskEmailBuilder builder)
        where TEvent : TicketEvent
        where THandler : class, ITicketEventHandler<TEvent>
    {
        builder.Services.TryAddEnumerable(ServiceDescriptor.Scoped<ITicketEventHandler<TEvent>, THandler>());
        return builder;
    }

    /// <summary>Changes the steps that decide about incoming mail.</summary>
    public static IHelpDeskEmailBuilder ConfigurePipeline(this IHelpDeskEmailBuilder builder, Action<InboundPipeline> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        configure(builder.Pipeline);
        return builder;
    }
}
