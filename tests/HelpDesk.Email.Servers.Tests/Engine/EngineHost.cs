using HelpDesk.Email.Mailing;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Monitoring;
using HelpDesk.Email.Outbox;
using HelpDesk.Email.Servers.Tests.Waiting;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Templates;
using HelpDesk.Email.Testing.Templates;
using HelpDesk.Email.Tickets;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HelpDesk.Email.Servers.Tests.Engine;

/// <summary>The whole engine over SQLite in a host of its own, reading by IMAP and POP3 and sending by SMTP.</summary>
internal sealed class EngineHost : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly IConfigurationRoot _configuration;
    private readonly string _file;
    private readonly string? _folder;

    private EngineHost(IHost host, IConfigurationRoot configuration, string file, string? folder)
    {
        _host = host;
        _configuration = configuration;
        _file = file;
        _folder = folder;
    }

    public IMailStore Store => _host.Services.GetRequiredService<IMailStore>();

    public IMailboxMonitor Monitor => _host.Services.GetRequiredService<IMailboxMonitor>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Starts one, over a file of its own unless there is one already.</summary>
    /// <param name="settings">What it does.</param>
    /// <param name="file">The database of an earlier one; absent: a new one.</param>
    /// <param name="time">Its clock; absent: that of the machine.</param>
    public static async Task<EngineHost> StartAsync(EngineSettings settings, string? file = null, TimeProvider? time = null)
    {
        var folder = file is null ? Directory.CreateTempSubdirectory("hde-engine-").FullName : null;
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        file ??= Path.Combine(folder!, "helpdesk.db");
        builder.Configuration.AddInMemoryCollection(settings.Values);
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddSingleton<ITemplateRenderer, PlainTemplateRenderer>();
        builder.Services.AddHelpDeskEmail(builder.Configuration.GetSection("HelpDeskEmail"), mail => mail
            .UseSqlite($"Data Source={file}")
            .UseImap()
            .UsePop3()
            .UseSmtp());
        var host = builder.Build();
        await host.StartAsync(Token);
        return new EngineHost(host, builder.Configuration, file, folder);
    }

    /// <summary>Changes a setting at run time, as an edited file would.</summary>
    public void Change(string key, string? value)
    {
        _configuration["HelpDeskEmail:" + key] = value;
        _configuration.Reload();
    }

    public async Task<IReadOnlyList<TicketSnapshot>> TicketsAsync() =>
        await _host.Services.GetRequiredService<ITicketQueries>().ListAsync(100_000, Token).ToListAsync(Token);

    public async Task<IReadOnlyList<TicketEntry>> EntriesAsync(string ticket) =>
        await _host.Services.GetRequiredService<ITicketQueries>().EntriesAsync(ticket, Token).ToListAsync(Token);

    /// <summary>Waits until there are so many tickets.</summary>
    public async Task<IReadOnlyList<TicketSnapshot>> WaitForTicketsAsync(int count)
    {
        await Eventually.ReachesAsync(count, CountTicketsAsync, "tickets");
        return await TicketsAsync();
    }

    /// <summary>How many tickets there are, by a connection of its own: to list them would cost more than to make them.</summary>
    public async Task<long> CountTicketsAsync()
    {
        await using var database = new SqliteConnection($"Data Source={_file};Mode=ReadOnly;Pooling=False");
        await database.OpenAsync(Token);
        await using var command = database.CreateCommand();
        command.CommandText = "SELECT count(*) FROM ticket";
        return (long)(await command.ExecuteScalarAsync(Token))!;
    }

    /// <summary>Waits until a ticket has so many entries.</summary>
    public Task<IReadOnlyList<TicketEntry>> WaitForEntriesAsync(string ticket, int count) => Eventually.GetAsync(
        async () => await EntriesAsync(ticket) is var entries && entries.Count >= count ? entries : null, $"{count} entries of ticket {ticket}");

    /// <summary>Waits until the monitor says something of a mailbox.</summary>
    public Task WaitForStatusAsync(string mailbox, Func<MailboxStatus, bool> predicate, string what) =>
        Eventually.BecomesTrueAsync(() => Monitor.Mailboxes.Any(status => status.Name == mailbox && predicate(status)), what);

    /// <summary>Waits for a whole look at a mailbox that begins after the call.</summary>
    public async Task LookAsync(string mailbox)
    {
        var before = _host.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await Eventually.BecomesTrueAsync(
            () =>
            {
                if (Monitor.Mailboxes.FirstOrDefault(status => status.Name == mailbox) is { LastSuccess: { } last } && last > before)
                {
                    return true;
                }

                Monitor.LookNow(mailbox);
                return false;
            },
            $"a look at {mailbox}");
    }

    /// <summary>Waits until everything that was received is worked, and its sources were told.</summary>
    public async Task SettleAsync(string mailbox)
    {
        await Eventually.GetAsync(async () => (await Store.Journal.FindAsync(new JournalQuery { Finished = false }, Token)).Count == 0 ? this : null, "an idle engine");
        await Eventually.GetAsync(async () => (await Store.Journal.FindAsync(new JournalQuery { UnacknowledgedIn = mailbox }, Token)).Count == 0 ? this : null, "told sources");
    }

    /// <summary>Answers a ticket as a technician.</summary>
    public Task ReplyAsync(string ticket, string text) =>
        _host.Services.GetRequiredService<ITicketMailer>().ReplyAsync(new AgentReply(Guid.NewGuid(), ticket, EmailAddress.Create("tech@servers.test", "Tech"), text), Token);

    /// <summary>Sends a mail made from a template.</summary>
    public Task SendAsync(string address, string? ticket = null, string? mailbox = null) => _host.Services.GetRequiredService<ITicketMailer>()
        .SendAsync(new TemplateMail(Guid.NewGuid(), "test", [EmailAddress.Create(address)]) { Ticket = ticket, Mailbox = mailbox ?? "support" }, Token);

    /// <summary>Sends one mail of the host's own to several.</summary>
    public async Task SendToAllAsync(params string[] addresses)
    {
        using var content = MailContent.FromOctets("From: support@desk.test\r\nTo: all@example.test\r\nSubject: To all\r\n\r\nWe are closed tomorrow.\r\n"u8.ToArray());
        await _host.Services.GetRequiredService<ITicketMailer>().SendAsync(new ReadyMail(Guid.NewGuid(), content, [.. addresses.Select(address => EmailAddress.Create(address))]), Token);
    }

    /// <summary>Makes a ticket, as the host would.</summary>
    /// <returns>Its number.</returns>
    public async Task<string> AddTicketAsync(string requester, string? assignee = null) =>
        (await _host.Services.GetRequiredService<ITicketStore>().ApplyAsync(
            new TicketChange
            {
                OperationId = Guid.NewGuid(),
                Subject = "Printer",
                Requester = EmailAddress.Create(requester),
                Assignee = assignee is null ? null : EmailAddress.Create(assignee),
                Status = TicketStatus.Open,
            },
            Token)).Ticket!.Number;

    /// <summary>What a person may do with outgoing mail.</summary>
    public IOutboxDesk Desk => _host.Services.GetRequiredService<IOutboxDesk>();

    /// <summary>The rows of the outbox.</summary>
    public async Task<IReadOnlyList<OutboxEntry>> OutboxAsync() => await Store.Outbox.FindAsync(new OutboxQuery { Limit = 10_000 }, Token);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
