using HelpDesk.Email.Configuration;
using HelpDesk.Email.InMemory;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Templates;
using HelpDesk.Email.Testing.Templates;
using HelpDesk.Email.Tickets.Events;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace HelpDesk.Email.Documentation.Tests.Extending;

/// <summary>The mailbox source of docs/extending/mailbox-source.md, polled by a running engine.</summary>
public sealed class MailboxSourceTests : IDisposable
{
    private static readonly TimeSpan Guard = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("inbox-");

    private string Database => $"Data Source={Path.Combine(_folder.FullName, "inbox.db")};Pooling=False";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_mail_in_the_table_becomes_a_ticket()
    {
        await FillAsync();
        var created = new TaskCompletionSource<TicketCreated>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var host = Build(created);
        await host.StartAsync(Token);

        var ticket = (await created.Task.WaitAsync(Guard, Token)).Ticket;
        await host.StopAsync(Token);

        Assert.Equal("By table", ticket.Subject);
    }

    [Fact]
    public async Task A_mail_that_is_acknowledged_is_handed_over_no_more()
    {
        await FillAsync();
        var source = new TableMailboxSource(new TableInbox(Database), TimeProvider.System);
        var limits = new ReceiveLimits(10, 1000);
        var mail = Assert.Single(await source.ReceiveAsync(null, limits, Token).ToListAsync(Token));
        var committed = new Acknowledgement(1, mail.Receipt, "<1@example.test>", mail.Content.Hash);

        Assert.Empty(await source.ReceiveAsync(mail.Cursor, limits, Token).ToListAsync(Token));
        Assert.Equal([committed], await source.AcknowledgeAsync([committed], AfterProcessing.MarkRead, Token));
        Assert.Empty(await source.ReceiveAsync(null, limits, Token).ToListAsync(Token));
        Assert.Equal([committed], await source.AcknowledgeAsync([committed], AfterProcessing.Delete, Token));
        Assert.Equal(0L, await ExecuteAsync("SELECT count(*) FROM inbox"));
    }

    [Fact]
    public async Task A_table_that_is_not_there_is_told_by_the_check()
    {
        var source = new TableMailboxSource(new TableInbox(Database), TimeProvider.System);

        var report = await source.CheckAsync(Token);

        Assert.False(report.Succeeded);
        Assert.Contains("no such table", report.Message, StringComparison.Ordinal);
    }

    private IHost Build(TaskCompletionSource<TicketCreated> created)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["HelpDeskEmail:Mailboxes:support:Address"] = "support@helpdesk.test",
            ["HelpDeskEmail:Mailboxes:support:Kind"] = "Table",
            ["HelpDeskEmail:Mailboxes:support:CheckInterval"] = "00:00:01",
        });
        builder.Services.AddSingleton(created);
        builder.Services.AddSingleton<ITemplateRenderer, PlainTemplateRenderer>();
        builder.Services.AddHelpDeskEmail(builder.Configuration.GetSection("HelpDeskEmail"), mail => Compose(mail.UseInMemoryStores().On<TicketCreated, Bell>()));
        return builder.Build();
    }

    private void Compose(IHelpDeskEmailBuilder mail)
    {
        mail.Services.AddSingleton(new TableInbox(Database));
        #region mailbox-source-registration
        mail.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IMailboxSourceFactory, TableMailboxSourceFactory>());
        #endregion
    }

    private async Task FillAsync()
    {
        await ExecuteAsync("CREATE TABLE inbox (id INTEGER PRIMARY KEY AUTOINCREMENT, octets BLOB NOT NULL, done INTEGER NOT NULL DEFAULT 0)");
        await ExecuteAsync("INSERT INTO inbox (octets) VALUES (CAST('From: ann@example.test' || char(13, 10) || 'Subject: By table' || char(13, 10, 13, 10) || 'Hello.' AS BLOB))");
    }

    private async Task<object?> ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection(Database);
        await connection.OpenAsync(Token);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this test.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(Token);
    }

    private sealed class Bell(TaskCompletionSource<TicketCreated> created) : ITicketEventHandler<TicketCreated>
    {
        public Task HandleAsync(TicketCreated ticketEvent, CancellationToken cancellationToken)
        {
            created.TrySetResult(ticketEvent);
            return Task.CompletedTask;
        }
    }
}
