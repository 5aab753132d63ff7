namespace HelpDesk.Email.Servers.Tests.Crashing;

/// <summary>The crash campaign in small: help desks are killed while mail comes in, and the books are right afterwards.</summary>
public sealed class SmokeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("kill --kills 6 --set 6 --seed 11 --store sqlite --source imap --after move", "kills", 6)]
    [InlineData("kill --kills 4 --set 4 --seed 12 --store postgres --source imap --after delete", "kills", 4)]
    [InlineData("calls --calls pwrite64 --effect signal=KILL --from 60 --to 60 --seed 13 --store sqlite --source smtp", "kills", 1)]
    [InlineData("calls --calls fsync,fdatasync --effect error=EIO --from 8 --to 8 --seed 14 --store sqlite --source pop3", "failures", 1)]
    [Trait("Feature", "BE-01")]
    public async Task A_help_desk_that_is_killed_or_whose_calls_fail_loses_no_mail_and_doubles_none(string campaign, string figure, int count)
    {
        var run = await CampaignRun.RunAsync(campaign, Token);
        Assert.True(run.Code == 0, run.Words);
        Assert.Equal(count, run.Count(figure));
        Assert.Equal((0, 0, 0), (run.Count("lost"), run.Count("doubled"), run.Count("halfWritten")));
    }

    [Fact]
    public async Task What_is_lost_doubled_or_half_written_is_found()
    {
        var run = await CampaignRun.RunAsync("kill --kills 1 --seed 15 --sabotage", Token);
        Assert.Equal(1, run.Code);
        Assert.True(run.Count("lost") > 0 && run.Count("doubled") > 0 && run.Count("halfWritten") > 0, run.Words);
    }
}
