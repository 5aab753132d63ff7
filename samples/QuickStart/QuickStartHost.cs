using HelpDesk.Email;
using HelpDesk.Email.Contacts;
using HelpDesk.Email.Handlebars;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Protocols;
using HelpDesk.Email.Sqlite;
using Microsoft.Data.Sqlite;
using QuickStart.Commands;
using QuickStart.Pages;

namespace QuickStart;

/// <summary>Puts the help desk and its page together: what a host of your own would do too.</summary>
internal static class QuickStartHost
{
    public static async Task<int> RunAsync(DirectoryInfo data, int? smtp, int? http, CancellationToken cancellationToken)
    {
        if (!Ports.TryChoose(smtp, http, out var ports) || !TryCreate(data))
        {
            return 1;
        }

        await using var app = Build(data.FullName, ports);
        try
        {
            await KnowTechniciansAsync(app.Services, cancellationToken);
            await app.StartAsync(cancellationToken);
        }
        catch (Exception e) when (e is HelpDeskEmailException or IOException)
        {
            // A database that can't be opened, a port that was taken a moment ago: the reason is in the message.
            Console.Error.WriteLine(e.Message);
            return 1;
        }

        Announce(data.FullName, ports);
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    private static bool TryCreate(DirectoryInfo data)
    {
        try
        {
            data.Create();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"--data {data}: the folder can't be made ({e.Message}). Give another one.");
            return false;
        }
    }

    // Two people who may give commands; a help desk of your own has them in a directory of its own.
    private static async Task KnowTechniciansAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var contacts = services.GetRequiredService<IContactWriter>();
        foreach (var name in new[] { "tess", "bob" })
        {
            await contacts.SaveAsync(new Contact(EmailAddress.Create($"{name}@helpdesk.test"), ContactRole.Technician) { IsRegistered = true }, cancellationToken);
        }
    }

    private static WebApplication Build(string data, Ports ports)
    {
        // The settings lie beside the program, from wherever it is started.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls($"http://127.0.0.1:{ports.Http}");
        builder.Services.Configure<HostOptions>(options =>
        {
            // A browser that holds a request open keeps no mail from being let go of in good order.
            options.ServicesStopConcurrently = true;
            options.ShutdownTimeout = TimeSpan.FromSeconds(3);
        });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["HelpDeskEmail:SmtpListener:Port"] = $"{ports.Smtp}",
            ["HelpDeskEmail:Outgoing:default:Kind"] = "Pickup",
            ["HelpDeskEmail:Outgoing:default:Folder"] = Path.Combine(data, "outbox"),
        });

        // For a path that you know, "Data Source=helpdesk.db" does the same; in this one there may be a semicolon.
        var database = new SqliteConnectionStringBuilder { DataSource = Path.Combine(data, "helpdesk.db") };
        builder.Services.AddHelpDeskEmail(builder.Configuration.GetSection("HelpDeskEmail"), mail => mail
            .UseSqlite(database.ConnectionString)
            .UseHandlebarsTemplates()
            .UseSmtpListener()
            .AddPickupTransport()
            .AddCommand<AssignCommand>()
            .AddCommand<PriorityCommand>());

        var app = builder.Build();
        app.MapPages();
        app.MapTicketApi();
        return app;
    }

    private static void Announce(string data, Ports ports) => Console.WriteLine(
        $"""

        The help desk is open.

          Page           http://127.0.0.1:{ports.Http}
          Tickets, JSON  http://127.0.0.1:{ports.Http}/api/tickets
          Mail (SMTP)    127.0.0.1:{ports.Smtp} for support@helpdesk.test
          Data           {Path.Combine(data, "helpdesk.db")}
          Outgoing mail  {Path.Combine(data, "outbox")}{Path.DirectorySeparatorChar}*.eml

        Try this: open the page and write a mail to the help desk, or send one from a shell:

          python3 -c "import smtplib; smtplib.SMTP('127.0.0.1', {ports.Smtp}).sendmail('ann@example.test', ['support@helpdesk.test'], 'From: Ann <ann@example.test>\r\nTo: support@helpdesk.test\r\nSubject: My printer smokes\r\n\r\nPlease help.\r\n')"

        Two technicians are known, tess@helpdesk.test and bob@helpdesk.test: a mail of theirs with #assign bob# or
        #priority high# in its subject sets what it says, one with #close# closes its ticket.

        Ctrl-C stops it; what it has taken stays in the folder.

        """);
}
