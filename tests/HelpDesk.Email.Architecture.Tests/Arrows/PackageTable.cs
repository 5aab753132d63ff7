namespace HelpDesk.Email.Architecture.Tests.Arrows;

/// <summary>Who may know whom: for each package the packages of ours and of others that it may name.</summary>
internal static class PackageTable
{
    // Every package may log.
    private const string Logging = "Microsoft.Extensions.Logging.Abstractions";

    /// <summary>The shared framework of web applications, which is no package: a project names it as <c>FrameworkReference</c>.</summary>
    public const string AspNetCore = "Microsoft.AspNetCore.App";

    public static readonly IReadOnlyDictionary<string, PackageRule> Rules = new Dictionary<string, PackageRule>
    {
        ["HelpDesk.Email.Abstractions"] = new([], [Logging, "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Options"]),
        ["HelpDesk.Email.Mime"] = new([], []),
        ["HelpDesk.Email.Html"] = new([], []),
        ["HelpDesk.Email"] = new(
            ["HelpDesk.Email.Abstractions", "HelpDesk.Email.Mime", "HelpDesk.Email.Html"],
            [
                Logging,
                "Microsoft.Extensions.Hosting.Abstractions",
                "Microsoft.Extensions.Options.ConfigurationExtensions",
                "Microsoft.Extensions.Diagnostics.HealthChecks.Abstractions",
            ]),
        ["HelpDesk.Email.Protocols"] = new(["HelpDesk.Email.Abstractions"], [Logging]),
        ["HelpDesk.Email.MailKit"] = new(["HelpDesk.Email.Abstractions"], [Logging, "MailKit"]),
        ["HelpDesk.Email.Handlebars"] = new(["HelpDesk.Email.Abstractions"], [Logging, "Handlebars.Net"]),
        ["HelpDesk.Email.Sqlite"] = new(["HelpDesk.Email.Abstractions"], [Logging, "Microsoft.Data.Sqlite", "SQLitePCLRaw.bundle_e_sqlite3"]),
        ["HelpDesk.Email.PostgreSql"] = new(["HelpDesk.Email.Abstractions"], [Logging, "Npgsql"]),
        ["HelpDesk.Email.AspNetCore"] = new(["HelpDesk.Email"], [Logging, AspNetCore]),

        // The harness builds a whole host, from settings as they stand in a file.
        ["HelpDesk.Email.Testing"] = new(["HelpDesk.Email"], [Logging, "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Configuration.Json"]),
        ["HelpDesk.Email.Cli"] = new(
            [
                "HelpDesk.Email", "HelpDesk.Email.Testing", "HelpDesk.Email.Protocols", "HelpDesk.Email.Handlebars", "HelpDesk.Email.Sqlite",
                "HelpDesk.Email.PostgreSql", "HelpDesk.Email.AspNetCore",
            ],

            // Npgsql: to read a store must not make one, so the tool looks first whether the schema is there.
            [Logging, "System.CommandLine", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Configuration.Json", "Npgsql"]),
    };

    /// <summary>The packages of ours that one may name because it names others that do.</summary>
    public static IReadOnlySet<string> Reachable(string package)
    {
        var reached = new HashSet<string>();
        var waiting = new Stack<string>(Rules[package].Ours);
        while (waiting.TryPop(out var next))
        {
            if (reached.Add(next))
            {
                foreach (var further in Rules[next].Ours)
                {
                    waiting.Push(further);
                }
            }
        }

        return reached;
    }
}
