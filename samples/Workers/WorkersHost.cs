using HelpDesk.Email;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Protocols;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Workers;

/// <summary>Puts one worker together: the same host on every machine, over one database.</summary>
internal static class WorkersHost
{
    public static async Task<int> RunAsync(WorkerArguments arguments, CancellationToken cancellationToken)
    {
        // The settings lie beside the program, from wherever it is started.
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        if ((arguments.Database ?? builder.Configuration.GetConnectionString("HelpDesk")) is not { Length: > 0 } database)
        {
            Console.Error.WriteLine(
                """
                Workers share a PostgreSQL database (13 or newer), and none is named. Make one:

                  createuser helpdesk
                  createdb --owner helpdesk --encoding UTF8 helpdesk

                and name it, or set ConnectionStrings__HelpDesk in the environment:

                  dotnet run --project samples/Workers -- --database "Host=localhost;Database=helpdesk;Username=helpdesk" --workers 3
                """);
            return 1;
        }

        using var host = Build(builder, arguments, database);
        try
        {
            await host.StartAsync(cancellationToken);
        }
        catch (HelpDeskEmailException e)
        {
            // A server that does not answer, a role that may not log in: the reason is in the message.
            Console.Error.WriteLine($"{e.Message}{(e.InnerException is { } inner ? $" ({inner.Message})" : string.Empty)}");
            return 1;
        }

        Console.WriteLine($"Lay mails as .eml files into a folder of {arguments.Data.FullName}{Path.DirectorySeparatorChar}. Ctrl-C stops it.");
        await host.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    private static IHost Build(HostApplicationBuilder builder, WorkerArguments arguments, string database)
    {
        builder.Services.AddSingleton(new Holders(database));
        builder.Services.AddHostedService<HolderView>();
        if (arguments.Workers > 0)
        {
            builder.Services.AddHostedService(_ => new Crew(arguments, database));
        }

        builder.Configuration.AddInMemoryCollection(Places(builder.Configuration, arguments));
        builder.Services.AddHelpDeskEmail(builder.Configuration.GetSection("HelpDeskEmail"), mail => mail
            .UsePostgreSql(database)
            .UseHandlebarsTemplates()
            .AddDropFolderSource()
            .UseImap()
            .AddPickupTransport()
            .UseSmtp());
        return builder.Build();
    }

    // Mailboxes that are folders get one each, which all workers see; those of a mail server have all they need in the settings.
    private static Dictionary<string, string?> Places(ConfigurationManager configuration, WorkerArguments arguments)
    {
        var places = new Dictionary<string, string?>();
        if (arguments.Name is not null)
        {
            places["HelpDeskEmail:Processing:NodeName"] = arguments.Name;
        }

        foreach (var mailbox in configuration.GetSection("HelpDeskEmail:Mailboxes").GetChildren().Where(mailbox => mailbox["Kind"] == "DropFolder" && mailbox["Folder"] is null))
        {
            places[$"{mailbox.Path}:Folder"] = arguments.Data.CreateSubdirectory(mailbox.Key).FullName;
        }

        if (configuration["HelpDeskEmail:Outgoing:default:Kind"] == "Pickup")
        {
            places["HelpDeskEmail:Outgoing:default:Folder"] = arguments.Data.CreateSubdirectory("outbox").FullName;
        }

        return places;
    }
}
