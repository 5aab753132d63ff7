using System.Globalization;
using HelpDesk.Email.Benchmarks.Children;
using HelpDesk.Email.Benchmarks.Generating;
using HelpDesk.Email.Tickets.Events;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HelpDesk.Email.Benchmarks.Desks;

/// <summary>A whole help desk as a host runs it, with so many mailboxes into which mails are put.</summary>
internal sealed class MailboxHost : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PostedMailboxes _mailboxes = new();
    private readonly IHost _host;
    private readonly int _count;
    private int _tickets;

    private MailboxHost(int mailboxes, int slow)
    {
        _count = mailboxes;
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(Enumerable.Range(0, mailboxes).Select(NameOf).Concat(Enumerable.Range(0, slow).Select(i => $"slow{i}")).SelectMany(name => new KeyValuePair<string, string?>[]
        {
            new($"HelpDeskEmail:Mailboxes:{name}:Address", $"{name}@helpdesk.example"),
            new($"HelpDeskEmail:Mailboxes:{name}:Kind", "Posted"),
        }));
        builder.Services.AddSingleton<TicketCount>();
        builder.Services.AddHelpDeskEmail(builder.Configuration.GetSection("HelpDeskEmail"), mail =>
        {
            mail.UseSqlite($"Data Source={_folder.File("helpdesk.db")}").UseHandlebarsTemplates().On<TicketCreated, TicketListener>();
            mail.Services.AddSingleton<HelpDesk.Email.Mailboxes.IMailboxSourceFactory>(_mailboxes);
        });
        _host = builder.Build();
    }

    /// <summary>Starts one.</summary>
    public static async Task<MailboxHost> StartAsync(int mailboxes, int slow = 0)
    {
        var host = new MailboxHost(mailboxes, slow);
        await host._host.StartAsync();
        return host;
    }

    /// <summary>Puts mails into the mailboxes by turns, and waits until each is a ticket.</summary>
    public async Task RunAsync(IReadOnlyList<byte[]> mails)
    {
        for (var i = 0; i < mails.Count; i++)
        {
            var name = NameOf(i % _count);
            _mailboxes.Post(name, HeaderEdit.With(mails[i], ("To", $"Help Desk <{name}@helpdesk.example>")));
        }

        _mailboxes.Ring();
        await _host.Services.GetRequiredService<TicketCount>().ReachAsync(_tickets += mails.Count);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        _folder.Dispose();
    }

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"box{number}");
}
