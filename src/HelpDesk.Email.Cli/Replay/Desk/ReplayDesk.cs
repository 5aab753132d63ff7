using System.Text.Json.Nodes;
using HelpDesk.Email.Cli.Output;
using HelpDesk.Email.Cli.Replay.Scenarios;
using HelpDesk.Email.Cli.Settings;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Knowledge;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Reading;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HelpDesk.Email.Cli.Replay.Desk;

/// <summary>A help desk in memory that stands as a scenario says, and does what its steps say.</summary>
internal sealed class ReplayDesk : IAsyncDisposable
{
    private readonly Scenario _scenario;
    private JsonObject _settings;

    private ReplayDesk(HelpDeskHarness harness, Scenario scenario)
    {
        Harness = harness;
        _scenario = scenario;
        _settings = scenario.Settings;
    }

    public HelpDeskHarness Harness { get; }

    public ObservedMails Mails => Harness.Services.GetRequiredService<ObservedMails>();

    public RecordingTicketStore Changes => Harness.Services.GetRequiredService<RecordingTicketStore>();

    /// <exception cref="UsageException">The settings are wrong, or the tickets and people contradict each other.</exception>
    public static async Task<ReplayDesk> StartAsync(Scenario scenario, CancellationToken cancellationToken)
    {
        var settings = DeskSettings.Of(scenario.Settings, scenario.Mailbox, scenario.Folder);
        try
        {
            var harness = await HelpDeskHarness.StartAsync(options => Compose(options, scenario, settings), cancellationToken).ConfigureAwait(false);
            var desk = new ReplayDesk(harness, scenario);
            await desk.FurnishAsync(cancellationToken).ConfigureAwait(false);
            return desk;
        }
        catch (Exception e) when (e is OptionsValidationException or HelpDeskConfigurationException or InvalidOperationException or ArgumentException)
        {
            // InvalidOperationException is what the binder throws for text that is no number, no time, no truth value.
            throw new UsageException($"The scenario can't be set up: {e.Message} {e.InnerException?.Message}".TrimEnd(), e);
        }
    }

    /// <summary>Delivers a mail.</summary>
    /// <returns>Its row in the journal.</returns>
    /// <exception cref="UsageException">There is no such mailbox, or no mail in the outbox that the file speaks of.</exception>
    public async Task<long> DeliverAsync(MailStep step, CancellationToken cancellationToken)
    {
        var outbox = (await Harness.Store.Outbox.FindAsync(new OutboxQuery { Limit = int.MaxValue }, cancellationToken).ConfigureAwait(false)).Reverse().ToList();
        var octets = OutboxWords.In(await File.ReadAllBytesAsync(step.Path, cancellationToken).ConfigureAwait(false), outbox);
        step = step with { RcptTo = step.RcptTo?.Select(address => OutboxWords.In(address, outbox)).ToList() };
        var mail = new HarnessMail(octets) { Mailbox = MailboxOf(step), ReversePath = step.MailFrom, EnvelopeRecipients = step.RcptTo };
        return (await Harness.DeliverAsync(mail, cancellationToken).ConfigureAwait(false)).Row.Id;
    }

    /// <summary>Lets the outgoing server refuse recipients from now on.</summary>
    public void Refuse(IReadOnlyDictionary<string, string> replies) =>
        Harness.Transport.Answer = mail => new DeliveryResult([.. mail.Recipients.Select(address => replies.GetValueOrDefault(address) is { } reply
            ? new RecipientResult(address, reply.StartsWith('5') ? RecipientStatus.Rejected : RecipientStatus.Deferred, Reply: reply)
            : new RecipientResult(address, RecipientStatus.Accepted))]);

    /// <summary>Changes settings; those that are not named stay.</summary>
    /// <exception cref="ReplayException">The engine refuses them.</exception>
    public void Change(JsonObject settings)
    {
        var changed = SettingsJson.Merge(_settings, settings);
        if (Harness.ChangeSettings(DeskSettings.Of(changed, _scenario.Mailbox, _scenario.Folder)) is { } reason)
        {
            throw new ReplayException($"The changed settings are refused, the last good ones stay in effect: {reason}");
        }

        _settings = changed;
    }

    public ValueTask DisposeAsync() => Harness.DisposeAsync();

    private static void Compose(HelpDeskHarnessOptions options, Scenario scenario, Dictionary<string, string?> settings)
    {
        options.Now = scenario.Now;
        foreach (var (key, value) in settings)
        {
            options.Settings[key] = value;
        }

        options.Compose = mail =>
        {
            mail.Services.AddSingleton<ObservedMails>();
            mail.UseTicketStore<RecordingTicketStore>();
            mail.UseHandlebarsTemplates();
            mail.ConfigurePipeline(pipeline => pipeline.InsertBefore<ParseStep, ObserveStep>());
        };
    }

    private async Task FurnishAsync(CancellationToken cancellationToken)
    {
        foreach (var article in _scenario.Articles)
        {
            await Harness.Services.GetRequiredService<IKnowledgeWriter>().SaveAsync(article, cancellationToken).ConfigureAwait(false);
        }

        foreach (var contact in _scenario.Contacts)
        {
            Harness.Contacts.Add(contact);
        }

        foreach (var ticket in _scenario.Tickets)
        {
            Harness.Tickets.Add(ticket.Ticket, ticket.Entries);
            foreach (var id in ticket.MessageIds)
            {
                Harness.Remember(id, ticket.Ticket.Number);
            }
        }
    }

    private string MailboxOf(MailStep step)
    {
        var mailboxes = Harness.Services.GetRequiredService<IMailboxCatalog>().Mailboxes;
        var intake = Harness.Services.GetRequiredService<IMailIntake>();
        var name = step.Mailbox ?? _scenario.Mailbox
            ?? step.RcptTo?.Select(intake.FindMailbox).FirstOrDefault(found => found is not null)
            ?? mailboxes.Keys.First();
        return mailboxes.ContainsKey(name)
            ? name
            : throw new UsageException($"{step.File}: there is no mailbox '{name}' in the settings; there are {string.Join(", ", mailboxes.Keys)}.");
    }
}
