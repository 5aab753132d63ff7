using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Monitoring;
using HelpDesk.Email.Servers;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Tests.Monitoring;

public sealed class MonitorTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Feature", "IN-07")]
    public async Task A_mailbox_is_looked_at_on_its_own_interval_over_one_connection()
    {
        await using var trial = new MonitorTrial(("Mailboxes:support:CheckInterval", "00:10:00")).Start();

        await trial.UntilAsync(() => trial.Source.Looks.Count == 4);

        var pauses = trial.Source.Looks.Zip(trial.Source.Looks.Skip(1), (one, next) => next - one);
        Assert.All(pauses, pause => Assert.InRange(pause, 9 * Minute, 11 * Minute));
        Assert.Equal(1, trial.Source.Made);
    }

    [Fact]
    [Trait("Feature", "MO-01")]
    public async Task A_mailbox_is_stopped_and_started_by_hand()
    {
        await using var trial = new MonitorTrial().Start();
        await trial.UntilAsync(() => trial.Source.Looks.Count == 1);

        trial.Monitor.Stop("SUPPORT");
        await MonitorTrial.NowAsync(() => trial.Status.Activity == MailboxActivity.Stopped && trial.Source.Open == 0);
        var looks = trial.Source.Looks.Count;
        trial.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal(looks, trial.Source.Looks.Count);

        trial.Monitor.Start(null);
        await MonitorTrial.NowAsync(() => trial.Source.Looks.Count == looks + 1);
    }

    [Fact]
    public async Task One_mailbox_that_is_started_while_all_are_stopped_goes_on_with_other_settings()
    {
        await using var trial = new MonitorTrial().Start();
        await trial.UntilAsync(() => trial.Source.Looks.Count == 1);
        trial.Monitor.Stop(null);
        trial.Monitor.Start("support");
        var looks = trial.Source.Looks.Count;

        trial.Set("Mailboxes:support:Password", "other");

        await trial.UntilAsync(() => trial.Source.Made >= 2 && trial.Source.Looks.Count > looks);
        Assert.NotEqual(MailboxActivity.Stopped, trial.Status.Activity);
    }

    [Fact]
    public async Task A_source_that_can_not_even_be_let_go_does_not_end_the_watch()
    {
        var isBroken = true;
        await using var trial = new MonitorTrial();
        trial.Source.Look = (_, _) => isBroken ? throw new MailboxException("The server is away.", isTransient: true) : [];
        trial.Source.LetGo = () =>
        {
            if (isBroken)
            {
                throw new InvalidOperationException("It does not let go.");
            }
        };
        trial.Start();
        await trial.UntilAsync(() => trial.Source.Looks.Count == 3);

        isBroken = false;

        await trial.UntilAsync(() => trial.Status.Activity == MailboxActivity.Waiting);
    }

    [Fact]
    public async Task A_look_by_hand_comes_at_once()
    {
        await using var trial = new MonitorTrial(("Mailboxes:support:CheckInterval", "10:00:00")).Start();
        await MonitorTrial.NowAsync(() => trial.Status.Activity == MailboxActivity.Waiting);

        trial.Monitor.LookNow("support");

        await MonitorTrial.NowAsync(() => trial.Source.Looks.Count == 2);
        Assert.Contains("sales", Assert.Throws<ArgumentException>(() => trial.Monitor.LookNow("sales")).Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Feature", "MO-03")]
    public async Task Five_errors_suspend_a_mailbox_which_comes_back_by_itself()
    {
        var isBroken = true;
        await using var trial = new MonitorTrial();
        trial.Source.Look = (_, _) => isBroken ? throw new MailboxException("The server is away.", isTransient: true) { Failure = MailFailure.ConnectionRefused } : [];
        trial.Start();

        await trial.UntilAsync(() => trial.Status.Activity == MailboxActivity.Suspended);
        Assert.Equal((5, "The server is away.", MailFailure.ConnectionRefused), (trial.Status.Failures, trial.Status.Error, trial.Status.Failure));
        Assert.Equal(0, trial.Source.Open);

        isBroken = false;
        await trial.UntilAsync(() => trial.Status.Activity == MailboxActivity.Waiting);
        Assert.Equal((0, null), (trial.Status.Failures, trial.Status.Error));
    }

    [Fact]
    [Trait("Feature", "MO-02")]
    public async Task A_changed_setting_is_followed_at_once_and_an_unchanged_one_keeps_its_connection()
    {
        var passwords = new List<string?>();
        await using var trial = new MonitorTrial(("Mailboxes:support:Password", "old"));
        trial.Source.Look = (_, mailbox) =>
        {
            passwords.Add(mailbox.Password);
            return mailbox.Password == "new" ? [] : throw new MailboxException("refused", isTransient: false) { Failure = MailFailure.LoginRefused };
        };
        trial.Start();
        await MonitorTrial.NowAsync(() => trial.Status.Activity == MailboxActivity.Failing);

        trial.Set("Mailboxes:support:Password", "new");
        await trial.UntilAsync(() => trial.Status.Activity == MailboxActivity.Waiting);
        trial.Set("Limits:MaxSubjectLength", "100");
        await trial.UntilAsync(() => passwords.Count == 4);

        Assert.Equal(["old", "new", "new", "new"], passwords);
        Assert.Equal(2, trial.Source.Made);
    }

    [Fact]
    [Trait("Feature", "MO-04")]
    public async Task Three_refused_log_ins_make_one_row_for_a_ticket_and_no_storm()
    {
        await using var trial = new MonitorTrial(("Mailboxes:support:CheckInterval", "00:00:01"));
        trial.Source.Look = (_, _) => throw new MailboxException("The server refused the log-in.", isTransient: false) { Failure = MailFailure.LoginRefused };
        trial.Start();

        await trial.UntilAsync(() => trial.Source.Looks.Count == 6);

        var row = Assert.Single(await trial.Store.Journal.FindAsync(new JournalQuery(), Token));
        Assert.Equal((JournalOrigin.Monitor, "support"), (row.Origin, row.Mailbox));
        Assert.True(trial.Source.Looks[^1] - trial.Source.Looks[0] > TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task A_mailbox_that_another_node_reads_is_left_alone_until_its_lease_ends()
    {
        await using var trial = new MonitorTrial();
        var lease = await trial.Store.Leases.TryAcquireAsync("mailbox:support", "other", Minute, Token);
        trial.Start();

        await MonitorTrial.NowAsync(() => trial.Status.Activity == MailboxActivity.HeldElsewhere);
        Assert.Empty(trial.Source.Looks);

        await trial.Store.Leases.ReleaseAsync(lease!, Token);
        await trial.UntilAsync(() => trial.Source.Looks.Count == 1);
    }

    [Fact]
    public async Task A_mailbox_that_was_taken_over_is_let_go()
    {
        await using var trial = new MonitorTrial(("Mailboxes:support:CheckInterval", "10:00:00")).Start();
        await MonitorTrial.NowAsync(() => trial.Status.Activity == MailboxActivity.Waiting);

        // As if this process had been stopped for longer than its lease.
        await trial.UntilAsync(() => trial.Source.Open == 1);
        var lease = await trial.Store.Leases.TryAcquireAsync("mailbox:support", "one", Minute, Token);
        await trial.Store.Leases.ReleaseAsync(lease!, Token);

        // For as long as any machine takes: the clock runs by days while the loss of the lease goes from thread to thread.
        await trial.Store.Leases.TryAcquireAsync("mailbox:support", "other", TimeSpan.FromDays(100_000), Token);

        await trial.UntilAsync(() => trial.Status.Activity == MailboxActivity.HeldElsewhere);
        Assert.Equal(0, trial.Source.Open);
    }

    [Fact]
    [Trait("Feature", "BE-13")]
    public async Task History_can_be_left_where_it_is()
    {
        await using var trial = new MonitorTrial(("Mailboxes:support:InitialImport", "Now")).Start();

        await MonitorTrial.NowAsync(() => trial.Status.Activity == MailboxActivity.Waiting);

        Assert.Equal("skipped", (await trial.Store.Mailboxes.ReadAsync("support", Token))!.Cursor);
    }

    [Fact]
    public async Task A_check_says_how_a_mailbox_is()
    {
        await using var trial = new MonitorTrial(("Mailboxes:sales:Address", "sales@helpdesk.test"));

        Assert.Equal("support can be read.", (await trial.Monitor.CheckAsync("support", Token)).Message);
        Assert.Contains("pushed", (await trial.Monitor.CheckAsync("sales", Token)).Message, StringComparison.Ordinal);
    }
}
