using HelpDesk.Email;
using HelpDesk.Email.Handlebars;
using HelpDesk.Email.Protocols;
using HelpDesk.Email.Sqlite;
using QuickStart.Pages;

namespace QuickStart;

/// <summary>Puts the help desk and its page together: what a host of your own would do too.</summary>
internal static class QuickStartHost
{
    private const int DefaultSmtpPort = 2525;
    private const int DefaultHttpPort = 5080;

    public static async Task<int> RunAsync(DirectoryInfo data, int? smtp, int? http, CancellationToken cancellationToken)
    {
        if (!Ports.TryChoose(smtp, DefaultSmtpPort, "--smtp", out var smtpPort) || !Ports.TryChoose(http, DefaultHttpPort, "--http", out var httpPort))
        {
            return 1;
        }

        data.Create();
        var app = Build(data.FullName, smtpPort, httpPort);
        await app.StartAsync(cancellationToken);
        Announce(data.FullName, smtpPort, httpPort);
        await app.WaitForShutdownAsync(cancellationToken);
        await app.DisposeAsync();
        return 0;
    }

    private static WebApplication Build(string data, int smtpPort, int httpPort)
    {
        // The settings lie beside the program, from wherever it is started.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls($"http://127.0.0.1:{httpPort}");
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(4));
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["HelpDeskEmail:SmtpListener:Port"] = $"{smtpPort}",
            ["HelpDeskEmail:Outgoing:default:Kind"] = "Pickup",
            ["HelpDeskEmail:Outgoing:default:Folder"] = Path.Combine(data, "outbox"),
        });
        builder.Services.AddHelpDeskEmail(builder.Configuration.GetSection("HelpDeskEmail"), mail => mail
            .UseSqlite($"Data Source={Path.Combine(data, "helpdesk.db")}")
            .UseHandlebarsTemplates()
            .UseSmtpListener()
            .AddPickupTransport());

        var app = builder.Build();
        app.MapPages();
        app.MapTicketApi();
        return app;
    }

    private static void Announce(string data, int smtpPort, int httpPort) => Console.WriteLine(
        $"""

        The help desk is open.

          Page           http://127.0.0.1:{httpPort}
          Tickets, JSON  http://127.0.0.1:{httpPort}/api/tickets
          Mail (SMTP)    127.0.0.1:{smtpPort} for support@helpdesk.test
          Data           {Path.Combine(data, "helpdesk.db")}
          Outgoing mail  {Path.Combine(data, "outbox")}{Path.DirectorySeparatorChar}*.eml

        Try this: open the page and write a mail to the help desk, or send one from a shell:

          python3 -c "import smtplib; smtplib.SMTP('127.0.0.1', {smtpPort}).sendmail('ann@example.test', ['support@helpdesk.test'], 'From: Ann <ann@example.test>\r\nTo: support@helpdesk.test\r\nSubject: My printer smokes\r\n\r\nPlease help.\r\n')"

        Ctrl-C stops it; what it has taken stays in the folder.

        """);
}
