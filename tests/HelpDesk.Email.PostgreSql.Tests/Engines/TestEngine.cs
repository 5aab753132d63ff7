using System.Globalization;
using System.Text;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Reading;
using HelpDesk.Email.Templates;
using HelpDesk.Email.Testing.Outbound;
using HelpDesk.Email.Testing.Templates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HelpDesk.Email.PostgreSql.Tests.Engines;

/// <summary>The whole engine over a schema, as one process of several runs it.</summary>
internal sealed class TestEngine : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly IReadOnlyList<IHostedService> _hosted;

    private TestEngine(ServiceProvider services)
    {
        _services = services;
        _hosted = [.. services.GetServices<IHostedService>()];
    }

    /// <summary>What every mail waits for in this engine.</summary>
    public GateStep Gate => _services.GetRequiredService<GateStep>();

    /// <summary>Where its mail goes.</summary>
    public InMemoryTransport Transport => _services.GetRequiredService<InMemoryTransport>();

    /// <summary>Starts one.</summary>
    /// <param name="options">Which schema.</param>
    /// <param name="settings">What is other than by default.</param>
    public static Task<TestEngine> StartAsync(PostgreSqlOptions options, params (string Key, string Value)[] settings) => StartAsync(options, settings, _ => { });

    /// <summary>As the other, with parts of the caller's own.</summary>
    public static async Task<TestEngine> StartAsync(PostgreSqlOptions options, IEnumerable<(string Key, string Value)> settings, Action<IServiceCollection> more)
    {
        var values = new Dictionary<string, string?>
        {
            ["HelpDeskEmail:Mailboxes:support:Address"] = "support@helpdesk.test",
            ["HelpDeskEmail:Outgoing:default:Kind"] = "Memory",
            ["HelpDeskEmail:AutomaticAnswers:Delay"] = "00:00:00",
        };
        foreach (var (key, value) in settings)
        {
            values[$"HelpDeskEmail:{key}"] = value;
        }

        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<GateStep>();
        services.AddSingleton<InMemoryTransport>();
        services.AddSingleton<IOutboundTransportFactory>(provider => provider.GetRequiredService<InMemoryTransport>());
        services.AddSingleton<ITemplateRenderer, PlainTemplateRenderer>();
        services.AddHelpDeskEmail(new ConfigurationBuilder().AddInMemoryCollection(values).Build().GetSection("HelpDeskEmail"), mail => mail
            .UsePostgreSql(options)
            .ConfigurePipeline(pipeline => pipeline.InsertBefore<ParseStep, GateStep>()));
        more(services);
        var engine = new TestEngine(services.BuildServiceProvider());
        foreach (var each in engine._hosted)
        {
            await each.StartAsync(CancellationToken.None);
        }

        return engine;
    }

    /// <summary>A mail like no other.</summary>
    public static byte[] MailOf(int number) => Encoding.ASCII.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"From: Ann <ann{number}@example.test>\r\nTo: support@helpdesk.test\r\nMessage-ID: <m{number}@example.test>\r\nSubject: Printer {number}\r\n\r\nIt is on fire, number {number}.\r\n"));

    /// <summary>Takes a mail in, and tries again for as long as the store is away.</summary>
    public Task AcceptInTheEndAsync(int number) => Eventually.BecomesTrueAsync(
        async () =>
        {
            try
            {
                await AcceptAsync(number);
                return true;
            }
            catch (StoreUnavailableException)
            {
                return false;
            }
        },
        $"the store to take mail {number}");

    /// <summary>Takes a mail in.</summary>
    /// <returns>The number of its row.</returns>
    public async Task<long> AcceptAsync(int number)
    {
        using var content = MailContent.FromOctets(MailOf(number));
        var request = new IntakeRequest(["support"], content) { Receipt = new MailReceipt(number.ToString(CultureInfo.InvariantCulture)) };
        return (await _services.GetRequiredService<IMailIntake>().AcceptAsync(request, CancellationToken.None))[0];
    }

    public async ValueTask DisposeAsync()
    {
        Gate.Open();
        foreach (var each in _hosted)
        {
            await each.StopAsync(CancellationToken.None);
        }

        await _services.DisposeAsync();
    }
}
