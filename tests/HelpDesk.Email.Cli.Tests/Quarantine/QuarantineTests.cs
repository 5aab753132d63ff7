using System.Text;
using System.Text.Json;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Reading;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;

namespace HelpDesk.Email.Cli.Tests.Quarantine;

/// <summary>What a person does with mail that was set aside.</summary>
public sealed class QuarantineTests
{
    private const string Poison = "From: ann@example.test\r\nTo: support@helpdesk.test\r\nSubject: Poison\r\nMessage-ID: <1@example.test>\r\n\r\nIt smokes.\r\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Feature", "BE-03")]
    public async Task A_mail_that_was_set_aside_is_listed_shown_exported_and_replayed()
    {
        using var folder = new TestFolder();
        var (settings, connection) = await SetAsideAsync(folder);

        var list = await Tool.RunAsync("quarantine", "list", "--settings", settings);
        var id = list.Line.GetProperty("id").GetRawText();
        Assert.Equal((0, "Poison", "ann@example.test", 3), (list.Code, list.Line.Text("subject"), list.Line.Text("from"), list.Line.GetProperty("attempts").GetInt32()));
        Assert.Contains("the host's step is broken", list.Line.Text("reason"), StringComparison.Ordinal);

        var show = await Tool.RunAsync(isTerminal: true, "quarantine", "show", id, "--settings", settings);
        Assert.Contains("support  from ann@example.test  \"Poison\"", show.Out, StringComparison.Ordinal);

        var export = await Tool.RunAsync("quarantine", "export", id, "--output", folder.At("mail.eml"), "--settings", settings);
        Assert.Equal(0, export.Code);
        Assert.Equal(Poison, await File.ReadAllTextAsync(folder.At("mail.eml"), Token));
        Assert.Equal(2, (await Tool.RunAsync("quarantine", "export", id, "--output", folder.At("mail.eml"), "--settings", settings)).Code);

        Assert.Equal(0, (await Tool.RunAsync("quarantine", "replay", id, "--settings", settings)).Code);
        await using var mended = await HelpDeskHarness.StartAsync(options => options.Compose = mail => mail.UseSqlite(connection), Token);
        await mended.SettleAsync(Token);
        Assert.Equal(JournalOutcome.Created, (await mended.LookAtAsync(long.Parse(id, System.Globalization.CultureInfo.InvariantCulture), Token)).Outcome);
    }

    [Fact]
    [Trait("Feature", "BE-03")]
    public async Task A_mail_is_thrown_away_with_a_reason_that_stays()
    {
        using var folder = new TestFolder();
        var (settings, _) = await SetAsideAsync(folder);
        var id = (await Tool.RunAsync("quarantine", "list", "--settings", settings)).Line.GetProperty("id").GetRawText();

        Assert.Equal(2, (await Tool.RunAsync("quarantine", "discard", id, "--settings", settings)).Code);
        Assert.Equal(2, (await Tool.RunAsync("quarantine", "discard", id, "--reason", " ", "--settings", settings)).Code);
        Assert.Equal(0, (await Tool.RunAsync("quarantine", "discard", id, "--reason", "spam, says Tess", "--settings", settings)).Code);

        Assert.Empty((await Tool.RunAsync("quarantine", "list", "--settings", settings)).Lines);
        var gone = await Tool.RunAsync("quarantine", "show", id, "--settings", settings);
        Assert.Equal((1, "There is no such mail in quarantine.\n"), (gone.Code, gone.Error));
        var why = await Tool.RunAsync("why", "--mailbox", "support", "--settings", settings);
        Assert.Equal("discarded", why.Line.Text("state"));
        Assert.Contains(why.Line.GetProperty("trace").EnumerateArray(), line => line.Text("reason") == "spam, says Tess");
    }

    private static async Task<(string Settings, string Connection)> SetAsideAsync(TestFolder folder)
    {
        var connection = $"Data Source={folder.At("helpdesk.db")}";
        await using (var desk = await HelpDeskHarness.StartAsync(options => options.Compose = mail => mail.UseSqlite(connection).ConfigurePipeline(steps => steps.InsertBefore<ParseStep, BrokenStep>()), Token))
        {
            await desk.DeliverAsync(new HarnessMail(Encoding.ASCII.GetBytes(Poison)), Token);
            await desk.AdvanceAsync(TimeSpan.FromMinutes(2), Token);
        }

        return (folder.Write("appsettings.json", $$"""{ "ConnectionStrings": { "HelpDesk": {{JsonSerializer.Serialize(connection)}} } }"""), connection);
    }

    private sealed class BrokenStep : IInboundStep
    {
        public ValueTask<StepVerdict> EvaluateAsync(InboundContext context, CancellationToken cancellationToken) => throw new InvalidOperationException("the host's step is broken");
    }
}
