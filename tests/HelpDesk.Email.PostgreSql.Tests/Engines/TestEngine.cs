using System.Globalization;
using System.Text;
using HelpDesk.Email.Inbound;
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
using Microsoft.Extensions.Logging;

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
    public static async Task<TestEngine> StartAsync(PostgreSqlOptions options, params (string Key, string Value)[] settings)
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
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        services.AddSingleton<GateStep>();
        services.AddSingleton<InMemoryTransport>();
        services.AddSingleton<IOutboundTransportFactory>(provider => provider.GetRequiredService<InMemoryTransport>());
        services.AddSingleton<ITemplateRenderer, PlainTemplateRenderer>();
        services.AddHelpDeskEmail(new ConfigurationBuilder().AddInMemoryCollection(values).Build().GetSection("HelpDeskEmail"), mail => mail
            .UsePostgreSql(options)
            .ConfigurePipeline(pipeline => pipeline.InsertBefore<ParseStep, GateStep>()));
        var engine = new TestEngine(services.BuildServiceProvider());
        foreach (var each in engine._hosted)
        {
            await each.StartAsync(CancellationToken.None);
        }

        return engine;
    }

    /// <summary>Takes a mail in.</summary>
    /// <returns>The number of its row.</returns>
    public async Task<long> AcceptAsync(int number)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"From: Ann <ann{number}@example.test>\r\nTo: support@helpdesk.test\r\nMessage-ID: <m{number}@example.test>\r\nSubject: Printer {number}\r\n\r\nIt is on fire, number {number}.\r\n");
        using var content = MailContent.FromOctets(Encoding.ASCII.GetBytes(text));
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
