using System.Globalization;
using System.Text;
using System.Text.Json;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.PostgreSql;
using HelpDesk.Email.PostgreSql.Tests.Servers;
using HelpDesk.Email.Reading;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;

namespace HelpDesk.Email.Cli.Tests.PostgreSql;

/// <summary>The commands that open a store, over a database in place of a file.</summary>
public sealed class DatabaseTests
{
    private const string Poison = "From: ann@example.test\r\nTo: support@helpdesk.test\r\nSubject: Poison\r\nMessage-ID: <1@example.test>\r\n\r\nIt smokes.\r\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Feature", "BE-02")]
    public async Task The_life_of_a_tickets_mails_is_told_from_the_default_schema()
    {
        using var folder = new TestFolder();
        var options = new PostgreSqlOptions { ConnectionString = TestServer.Instance.ConnectionString };
        string ticket;
        await using (var desk = await StartAsync(options))
        {
            ticket = (await desk.DeliverAsync(HarnessMail.Of("From: ann@example.test\nTo: support@helpdesk.test\nSubject: Printer\nMessage-ID: <1@example.test>\n\nIt smokes.\n"), Token)).Ticket!;
            await desk.AdvanceAsync(TimeSpan.FromMinutes(1), Token);
        }

        var settings = Settings(folder, options.ConnectionString);
        var run = await Tool.RunAsync("why", ticket, "--settings", settings);

        Assert.Equal((0, string.Empty), (run.Code, run.Error));
        Assert.Equal(["in created", "out sent"], run.Lines.Select(line => $"{line.Text("direction")} {line.Text("state")}"));
        Assert.Equal((0, run.Out), (await Tool.RunAsync("why", "--mailbox", "support", "--settings", settings)) is var same ? (same.Code, same.Out) : default);
    }

    [Fact]
    [Trait("Feature", "BE-03")]
    public async Task Quarantine_is_listed_shown_exported_replayed_and_thrown_away_in_a_schema_and_folder_of_the_hosts_own()
    {
        using var folder = new TestFolder();
        var octets = Directory.CreateDirectory(folder.At("octets")).FullName;
        var options = new PostgreSqlOptions { ConnectionString = TestServer.Instance.ConnectionString, Schema = "tool", OctetsFolder = octets };
        await using (var desk = await StartAsync(options, mail => mail.ConfigurePipeline(steps => steps.InsertBefore<ParseStep, BrokenStep>())))
        {
            await desk.DeliverAsync(new HarnessMail(Encoding.ASCII.GetBytes(Poison)), Token);
            await desk.DeliverAsync(new HarnessMail(Encoding.ASCII.GetBytes(Poison.Replace("<1@", "<2@", StringComparison.Ordinal))), Token);
            await desk.AdvanceAsync(TimeSpan.FromMinutes(2), Token);
        }

        var settings = Settings(folder, options.ConnectionString + ";Search Path=tool", octets);
        var list = await Tool.RunAsync("quarantine", "list", "--settings", settings);
        var ids = list.Lines.Select(line => line.GetProperty("id").GetInt64()).Order().Select(id => id.ToString(CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(2, ids.Count);
        Assert.Contains("from ann@example.test", (await Tool.RunAsync(isTerminal: true, "quarantine", "show", ids[0], "--settings", settings)).Out, StringComparison.Ordinal);
        Assert.Equal(0, (await Tool.RunAsync("quarantine", "export", ids[0], "--output", folder.At("mail.eml"), "--settings", settings)).Code);
        Assert.Equal(Poison, await File.ReadAllTextAsync(folder.At("mail.eml"), Token));
        Assert.Equal(0, (await Tool.RunAsync("quarantine", "replay", ids[0], "--settings", settings)).Code);
        Assert.Equal(0, (await Tool.RunAsync("quarantine", "discard", ids[1], "--reason", "spam, says Tess", "--settings", settings)).Code);

        await using var mended = await StartAsync(options);
        await mended.SettleAsync(Token);
        Assert.Equal(JournalOutcome.Created, (await mended.LookAtAsync(long.Parse(ids[0], CultureInfo.InvariantCulture), Token)).Outcome);
        Assert.Equal(JournalOutcome.Discarded, (await mended.LookAtAsync(long.Parse(ids[1], CultureInfo.InvariantCulture), Token)).Outcome);
    }

    [Fact]
    public async Task To_read_a_store_makes_no_schema_and_a_server_that_is_not_there_is_named()
    {
        using var folder = new TestFolder();
        var absent = await Tool.RunAsync("quarantine", "list", "--settings", Settings(folder, TestServer.Instance.ConnectionString + ";Search Path=nothing"));
        Assert.Equal(2, absent.Code);
        Assert.Contains("has no schema nothing", absent.Error, StringComparison.Ordinal);

        var away = await Tool.RunAsync("why", "1", "--settings", Settings(folder, "Host=127.0.0.1;Port=1;Username=hd;Database=postgres"));
        Assert.Equal(2, away.Code);
        Assert.Contains("ConnectionStrings:HelpDesk names can't be read", away.Error, StringComparison.Ordinal);

        var wrong = await Tool.RunAsync("why", "1", "--settings", Settings(folder, TestServer.Instance.ConnectionString + ";Search Path=public", folder.At("none")));
        Assert.Equal(2, wrong.Code);
        Assert.Contains("ConnectionStrings:HelpDeskOctets is wrong", wrong.Error, StringComparison.Ordinal);
    }

    private static Task<HelpDeskHarness> StartAsync(PostgreSqlOptions options, Action<IHelpDeskEmailBuilder>? more = null) => HelpDeskHarness.StartAsync(
        harness => harness.Compose = mail =>
        {
            mail.UsePostgreSql(options);
            more?.Invoke(mail);
        },
        Token);

    private static string Settings(TestFolder folder, string connection, string? octets = null) => folder.Write(
        "appsettings.json", JsonSerializer.Serialize(new { ConnectionStrings = new { HelpDesk = connection, HelpDeskOctets = octets } }));

    private sealed class BrokenStep : IInboundStep
    {
        public ValueTask<StepVerdict> EvaluateAsync(InboundContext context, CancellationToken cancellationToken) => throw new InvalidOperationException("the host's step is broken");
    }
}
