using HelpDesk.Email.AutoClose;
using HelpDesk.Email.Autoresponder;
using HelpDesk.Email.Checking;
using HelpDesk.Email.Classification;
using HelpDesk.Email.Commands;
using HelpDesk.Email.Composition;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Correlation;
using HelpDesk.Email.Decisions;
using HelpDesk.Email.ErrorMail;
using HelpDesk.Email.Events;
using HelpDesk.Email.Feedback;
using HelpDesk.Email.Health;
using HelpDesk.Email.Hosting;
using HelpDesk.Email.Identity;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Intake;
using HelpDesk.Email.Links;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Mailing;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Monitoring;
using HelpDesk.Email.Notifications;
using HelpDesk.Email.Outbox;
using HelpDesk.Email.Pipeline;
using HelpDesk.Email.Processing;
using HelpDesk.Email.Quarantine;
using HelpDesk.Email.Records;
using HelpDesk.Email.Reports;
using HelpDesk.Email.Retention;
using HelpDesk.Email.Returns;
using HelpDesk.Email.Routing;
using HelpDesk.Email.Scheduling;
using HelpDesk.Email.Screening;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Signals;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Surveys;
using HelpDesk.Email.Templates;
using HelpDesk.Email.Tokens;
using HelpDesk.Email.Troubles;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Email;

/// <summary>The one way in.</summary>
public static class HelpDeskEmailServiceCollectionExtensions
{
    /// <summary>Adds the e-mail engine of a help desk to a host; it starts and stops with it.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="section">The section with the settings, by convention <c>HelpDeskEmail</c>. It is read again when it changes.</param>
    /// <param name="compose">Chooses the stores, the templates, and what else the host wants.</param>
    /// <returns>The services, for further calls.</returns>
    /// <exception cref="InvalidOperationException">It was added before.</exception>
    /// <remarks>What is missing or wrong is said when the host starts, by a <see cref="HelpDeskConfigurationException"/> or an <see cref="OptionsValidationException"/>.</remarks>
    public static IServiceCollection AddHelpDeskEmail(this IServiceCollection services, IConfigurationSection section, Action<IHelpDeskEmailBuilder> compose)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        ArgumentNullException.ThrowIfNull(compose);
        if (services.Any(service => service.ServiceType == typeof(InboundPipeline)))
        {
            throw new InvalidOperationException("AddHelpDeskEmail was called before; a host has one help desk. Put everything into one call.");
        }

        services.AddOptions();
        services.Configure<HelpDeskEmailOptions>(section);
        services.TryAddSingleton(TimeProvider.System);
        AddSettings(services);
        AddInbound(services);
        AddOutbound(services);
        AddUpkeep(services);
        services.AddHostedService<HelpDeskEmailService>();

        var builder = new HelpDeskEmailBuilder(services);
        compose(builder);
        services.AddSingleton(builder.Pipeline);
        return services;
    }

    private static void AddSettings(IServiceCollection services)
    {
        services.AddSingleton<LiveSettings>();
        services.AddSingleton<IOptionsMonitor<HelpDeskEmailOptions>>(provider => provider.GetRequiredService<LiveSettings>());
        services.AddSingleton<IOptions<HelpDeskEmailOptions>>(provider => provider.GetRequiredService<LiveSettings>());
        services.AddSingleton<IValidateOptions<HelpDeskEmailOptions>, SettingsValidator>();
        services.AddSingleton<ISettingsCheck, ConnectionSettingsCheck>();
        services.AddSingleton<ISettingsCheck, NumberSettingsCheck>();
        services.AddSingleton<ISettingsCheck, WordSettingsCheck>();
        services.AddSingleton<ISettingsCheck, SenderSettingsCheck>();
        services.AddSingleton<ISettingsCheck, ErrorMailSettingsCheck>();
        services.TryAddSingleton<IMailboxCatalog, ConfiguredMailboxCatalog>();
        services.AddSingleton<SettingsReader>();
        services.AddSingleton<WorkSignals>();
        services.AddSingleton<TroubleBook>();
    }

    private static void AddInbound(IServiceCollection services)
    {
        services.AddSingleton<TicketTokens>();
        services.AddSingleton<SignedMessageIds>();
        services.AddSingleton<SignedReplyAddresses>();
        services.AddSingleton<SignedReturnPaths>();
        services.AddSingleton<ReturnPaths>();
        services.AddSingleton<ReturnedReports>();
        services.AddSingleton<LoopHeader>();
        services.AddSingleton<JournalWriter>();
        services.AddSingleton<IMailIntake, MailIntake>();
        services.AddSingleton<MailboxPoll>();
        services.AddSingleton<NoticeWords>();
        services.AddSingleton<MonitorNotices>();
        services.AddSingleton<MonitorNoticeDecider>();
        services.AddSingleton<MailboxMonitor>();
        services.AddSingleton<IMailboxMonitor>(provider => provider.GetRequiredService<MailboxMonitor>());
        services.AddIdentity().AddScreening().AddCorrelation().AddRecords().AddCommands().AddRouting();
        services.AddSingleton(provider => new ClassifyStep(provider.GetRequiredService<SignedMessageIds>(), provider.GetRequiredService<LoopHeader>()));
        services.AddSingleton<PipelineRunner>();
        services.AddSingleton<MailDecider>();
        services.AddMailing();
        services.AddSingleton(FlowTable.Standard);
        services.AddSingleton<Appliers>();
        services.AddSingleton<RowActions>();
        services.AddSingleton<RowCommits>();
        services.AddSingleton<LoopAlarm>();
        services.AddSingleton<RowNews>();
        services.AddSingleton<RowProcessor>();
        services.AddSingleton<WarmUp>();
        services.AddSingleton<JournalWorker>();
    }

    private static void AddOutbound(IServiceCollection services)
    {
        services.AddLinks().AddFeedback();
        services.AddComposition();
        services.AddNotifications().AddAutoresponder();
        services.AddSingleton<Conclusions>();
        services.AddSingleton<TransportPool>();
        services.AddSingleton<ClosedChannels>();
        services.AddSingleton<MinuteLimits>();
        services.AddSingleton<MailDelivery>();
        services.AddSingleton<RefusedRecipients>();
        services.AddSingleton<AccountDelivery>();
        services.AddSingleton<OutboxWorker>();
        services.AddSingleton<IOutboxDesk, OutboxDesk>();
        services.AddSingleton<IConnectionChecks, ConnectionChecks>();
        services.AddSingleton<HostEventWorker>();
    }

    private static void AddUpkeep(IServiceCollection services)
    {
        services.AddSingleton<RetentionWorker>();
        services.AddScheduling().AddAutoClose().AddSurveys().AddReports();
        services.AddSingleton<MailQuarantine>();
        services.AddSingleton<ErrorMailer>();
        services.AddSingleton<ErrorMailWorker>();
        services.AddSingleton(provider => new BacklogReading(provider.GetRequiredService<IMailStore>().Backlog, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Gauges>();
        services.AddSingleton<MailboxesHealthCheck>();
        services.AddSingleton<JournalHealthCheck>();
        services.AddSingleton<OutboxHealthCheck>();
        services.AddSingleton(provider => new TemplatesHealthCheck(provider.GetService<ITemplateRefusals>()));
    }
}
