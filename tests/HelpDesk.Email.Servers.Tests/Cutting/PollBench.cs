using HelpDesk.Email.Configuration;
using HelpDesk.Email.InMemory;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Monitoring;
using HelpDesk.Email.Servers.Tests.Engine;
using HelpDesk.Email.Servers.Tests.Servers;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Templates;
using HelpDesk.Email.Testing.Templates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HelpDesk.Email.Servers.Tests.Cutting;

/// <summary>Looks at mailboxes as the monitor does, one look at a time, into a journal that nobody works.</summary>
internal sealed class PollBench : IDisposable
{
    private readonly IHost _host;

    public PollBench(EngineSettings settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(settings.Values);
        builder.Services.AddSingleton<ITemplateRenderer, PlainTemplateRenderer>();
        builder.Services.AddHelpDeskEmail(builder.Configuration.GetSection("HelpDeskEmail"), mail => mail.UseInMemoryStores().UseImap().UsePop3().UseSmtp());
        _host = builder.Build();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Looks at a mailbox until a look succeeds.</summary>
    /// <param name="kind">The kind of mailbox.</param>
    /// <param name="name">Its name in the journal.</param>
    /// <param name="user">Whose it is.</param>
    /// <param name="port">Where it is, in clear.</param>
    /// <param name="action">What happens to committed mail.</param>
    public async Task LookAsync(string kind, string name, MailUser user, int port, AfterProcessing action)
    {
        const int MostLooks = 5;
        var options = Options(kind, user, port, action);
        for (var look = 1; ; look++)
        {
            await using var source = Open(name, options);
            try
            {
                await LookAsync(name, options, source);
                return;
            }
            catch (HelpDeskEmailException) when (look < MostLooks)
            {
                // The next look makes another connection.
            }
        }
    }

    /// <summary>The settings of a mailbox that is read in clear.</summary>
    public static MailboxOptions Options(string kind, MailUser user, int port, AfterProcessing action) => new()
    {
        Kind = kind,
        Address = user.Address,
        Host = "127.0.0.1",
        Port = port,
        Encryption = MailEncryption.None,
        UserName = user.Address,
        Password = user.Password,
        AfterProcessing = action,
    };

    /// <summary>A source, which the caller disposes.</summary>
    public IMailboxSource Open(string name, MailboxOptions options) =>
        _host.Services.GetServices<IMailboxSourceFactory>().Single(each => each.Kind == options.Kind).Create(name, options);

    /// <summary>Looks once, and tells how many mails were received.</summary>
    public Task<int> LookAsync(string name, MailboxOptions options, IMailboxSource source) => _host.Services.GetRequiredService<MailboxPoll>()
        .RunAsync(name, options, source, options.AfterProcessing!.Value, _host.Services.GetRequiredService<SettingsReader>().Current, Token);

    /// <summary>The rows of some mails.</summary>
    public async Task<IReadOnlyList<JournalEntry>> FindAsync(IReadOnlyList<string> messageIds) =>
        await _host.Services.GetRequiredService<IMailStore>().Journal.FindAsync(new JournalQuery { MessageIds = messageIds }, Token);

    /// <summary>How many mails of a mailbox are committed, and their source was not told.</summary>
    public async Task<int> CountUntoldAsync(string name) =>
        (await _host.Services.GetRequiredService<IMailStore>().Journal.FindAsync(new JournalQuery { UnacknowledgedIn = name }, Token)).Count;

    public void Dispose() => _host.Dispose();
}
