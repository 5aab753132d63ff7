using System.Text.Json;
using HelpDesk.Email.PostgreSql.Tests.Servers;
using HelpDesk.Email.Workers.Tests.Programs;

namespace HelpDesk.Email.Workers.Tests.Campaign;

/// <summary>The campaigns of several workers and of poison, as short as they can be.</summary>
public sealed class SmokeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("campaign-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    [Trait("Feature", "BE-03")]
    public async Task Poison_of_every_kind_is_quarantined_whole_takes_no_neighbour_along_and_can_be_replayed()
    {
        PostgreSqlPrograms.Require();
        var figures = await RunAsync("poison", "--mails", "100", "--one-in", "20", "--budget", "1", "--hurry");

        Assert.Equal(95, figures.GetProperty("othersFinished").GetInt32());
        Assert.Equal(5, figures.GetProperty("quarantined").GetInt32());
        Assert.Equal(5, figures.GetProperty("octetsIdentical").GetInt32());
        Assert.Equal(5, figures.GetProperty("replayed").GetInt32());
        Assert.Equal(0, figures.GetProperty("lost").GetInt32());
        Assert.Equal(0, figures.GetProperty("doubled").GetInt32());
    }

    [Fact]
    [Trait("Feature", "BE-01")]
    public async Task Workers_that_are_killed_and_stopped_lose_and_double_nothing()
    {
        PostgreSqlPrograms.Require();
        Assert.SkipUnless(File.Exists("/usr/sbin/dovecot"), "Dovecot not found. On Debian: apt-get install dovecot-core dovecot-imapd dovecot-pop3d dovecot-lmtpd");
        var figures = await RunAsync("crowd", "--workers", "2", "--mailboxes", "4", "--mails", "100", "--disturb", "2");

        Assert.Equal(0, figures.GetProperty("lost").GetInt32());
        Assert.Equal(0, figures.GetProperty("doubled").GetInt32());
        Assert.Equal(0, figures.GetProperty("halfWritten").GetInt32());
    }

    private async Task<JsonElement> RunAsync(params string[] words)
    {
        await using var program = RunningProgram.Start(BuiltProgram.Campaign, _folder, words);
        await program.EndsAsync(Token);
        var json = program.Said.Split('\n').LastOrDefault(line => line.StartsWith('{'));
        Assert.True(json is not null, program.Said);
        return JsonDocument.Parse(json).RootElement;
    }
}
