using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Protocols.Tests.Sources;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Tests.Pop3.Source;

public sealed class ReceiveTests
{
    private const string Bye = """
        C: QUIT
        S: +OK bye

        """;

    private static readonly string Two = Listing("a 5", "b 6");

    private static readonly string Fetched = Two + Retr(1, "one") + Retr(2, "four");

    [Fact]
    [Trait("Feature", "IN-01")]
    public async Task Mails_come_with_receipts_of_name_and_content()
    {
        await using var trial = SourceTrial.Pop3(Fetched);
        var mails = await trial.ReceiveAsync();
        Assert.Equal(["one\r\n", "four\r\n"], mails.Select(mail => mail.Text));
        Assert.Equal([":a", ":b"], mails.Select(mail => mail.Receipt[^2..]));
        Assert.All(mails, mail => Assert.Contains(KnownMailsOf.HashOf(mail.Text)[..32], mail.Receipt, StringComparison.Ordinal));
        Assert.NotNull(trial.Source.Reached);
    }

    [Fact]
    [Trait("Feature", "IN-02")]
    public async Task Mail_that_was_left_is_not_fetched_again_also_after_a_restart()
    {
        await using var first = SourceTrial.Pop3(Fetched);
        await first.ReceiveAsync();
        await using var trial = SourceTrial.Pop3(Listing("a 5", "b 6", "c 7") + Retr(3, "fifth") + Bye + "---\n" + Listing("c 7", "b 6"));
        Assert.Equal(["fifth\r\n"], await trial.TextsAsync(first.Source.Reached));
        Assert.Empty(await trial.ReceiveAsync(trial.Source.Reached));
    }

    [Fact]
    public async Task Ten_thousand_mails_that_were_left_fit_into_a_cursor_and_none_is_fetched()
    {
        var names = Enumerable.Range(1, 10_000).Select(i => $"name-{i} 100").ToArray();
        await using var trial = SourceTrial.Pop3(Listing(names) + Bye + "---\n" + Listing(names));
        var skipped = await trial.Source.SkipAsync(CancellationToken.None);
        Assert.InRange(skipped.Value.Length, 80_000, 120_000);
        Assert.Empty(await trial.ReceiveAsync(skipped));
        Assert.Equal(skipped.Value.Length, trial.Source.Reached!.Value.Value.Length);
    }

    [Fact]
    public async Task A_name_that_is_used_again_for_another_mail_is_another_mail()
    {
        await using var first = SourceTrial.Pop3(Fetched);
        var before = await first.ReceiveAsync();
        await using var trial = SourceTrial.Pop3(Listing("a 9", "b 6") + Retr(1, "another"));
        var mails = await trial.ReceiveAsync(first.Source.Reached);
        Assert.Equal("another\r\n", Assert.Single(mails).Text);
        Assert.NotEqual(before[0].Receipt, mails[0].Receipt);
    }

    [Fact]
    public async Task Mails_that_share_a_name_are_told_apart_by_their_octets()
    {
        await using var trial = SourceTrial.Pop3(Listing("a 5", "a 6") + Retr(1, "one") + Retr(2, "four") + Bye + "---\n" + Listing("a 5", "a 6") + Retr(1, "one") + Retr(2, "four"));
        var mails = await trial.ReceiveAsync();
        Assert.Equal(2, mails.Select(mail => mail.Receipt).Distinct().Count());
        Assert.Empty(await trial.ReceiveAsync(trial.Source.Reached));
    }

    [Fact]
    public async Task A_server_without_names_is_read_by_content_and_that_is_told_once()
    {
        await using var trial = SourceTrial.Pop3(Nameless + Retr(1, "one") + Bye + "---\n" + Nameless + Retr(1, "one"));
        Assert.EndsWith(":", Assert.Single(await trial.ReceiveAsync()).Receipt, StringComparison.Ordinal);
        Assert.Empty(await trial.ReceiveAsync(trial.Source.Reached));
        Assert.Equal([5309], trial.Told);
    }

    [Fact]
    public async Task A_server_that_renames_everything_brings_nothing_twice()
    {
        await using var first = SourceTrial.Pop3(Fetched);
        await first.ReceiveAsync();
        await using var trial = SourceTrial.Pop3(Listing("x 5", "y 6") + Retr(1, "one") + Bye + "---\n" + Listing("x 5", "y 6") + Retr(2, "four"));
        var limits = new ReceiveLimits(1, 1000) { Known = new KnownMailsOf(("", "four\r\n")) };
        Assert.Equal(["one\r\n"], await trial.TextsAsync(first.Source.Reached, limits));
        Assert.Empty(await trial.ReceiveAsync(trial.Source.Reached, limits));
    }

    [Fact]
    public async Task A_look_brings_no_more_than_it_may_and_the_next_goes_on()
    {
        await using var trial = SourceTrial.Pop3(Two + Retr(1, "one") + Bye + "---\n" + Two + Retr(2, "four"));
        Assert.Equal(["one\r\n"], await trial.TextsAsync(null, new ReceiveLimits(1, 1000)));
        Assert.Equal(["four\r\n"], await trial.TextsAsync(trial.Source.Reached, new ReceiveLimits(1, 1000)));
    }

    [Fact]
    public async Task A_mail_that_is_too_long_is_told_once_and_not_fetched()
    {
        await using var trial = SourceTrial.Pop3(Listing("a 5", "b 6000") + Retr(1, "one") + Bye + "---\n" + Listing("a 5", "b 6000"));
        Assert.Equal(["one\r\n"], await trial.TextsAsync());
        Assert.Empty(await trial.ReceiveAsync(trial.Source.Reached));
        Assert.Equal([5301], trial.Told);
    }

    [Fact]
    public async Task A_mail_that_is_longer_than_its_size_is_passed_over_and_the_next_one_read()
    {
        await using var trial = SourceTrial.Pop3(Two + Retr(1, "very much more than it said") + Retr(2, "four"));
        Assert.Equal(["four\r\n"], await trial.TextsAsync(null, new ReceiveLimits(100, 10)));
        Assert.Equal([5301], trial.Told);
    }

    [Fact]
    public async Task A_mail_that_the_server_refuses_stops_no_other_and_is_tried_after_them()
    {
        await using var trial = SourceTrial.Pop3(Two + Refused(1) + Retr(2, "four") + Bye + "---\n" + Listing("a 5", "b 6", "c 7") + Retr(3, "fifth") + Refused(1));
        Assert.Equal(["four\r\n"], await trial.TextsAsync());
        Assert.Equal(["fifth\r\n"], await trial.TextsAsync(trial.Source.Reached));
        Assert.Equal([5302], trial.Told);
    }

    [Fact]
    public async Task The_session_ends_before_the_wait()
    {
        await using var trial = SourceTrial.Pop3(Fetched + Bye);
        await trial.ReceiveAsync();

        // Longer than any deadline: whoever waits for just so long waits for the next look.
        var waiting = trial.Source.WaitForMailAsync(TimeSpan.FromMinutes(10), CancellationToken.None).AsTask();
        await trial.Time.UntilSomebodyWaitsAsync(TimeSpan.FromMinutes(10));
        await trial.Server.PlayedAsync();
        trial.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.False(await waiting);
    }

    [Fact]
    public async Task A_check_logs_in_and_counts()
    {
        await using var trial = SourceTrial.Pop3(Pop3Trial.LoggedIn + """
            C: STAT
            S: +OK 3 1000
            C: QUIT
            S: +OK
            """);
        var report = await trial.Source.CheckAsync(CancellationToken.None);
        Assert.True(report.Succeeded);
        Assert.EndsWith("logged in; the mailbox has 3 mails.", report.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mailbox_that_is_in_use_is_told_as_such()
    {
        await using var trial = SourceTrial.Pop3("""
            S: +OK ready
            C: CAPA
            S: -ERR
            C: USER ann
            S: +OK
            C: PASS secret
            S: -ERR [IN-USE] locked
            """);
        var exception = await Assert.ThrowsAsync<MailboxException>(() => trial.ReceiveAsync());
        Assert.Equal(MailFailure.MailboxInUse, exception.Failure);
        Assert.True(exception.IsTransient);
    }

    [Fact]
    public async Task Settings_that_POP3_has_no_use_for_are_refused()
    {
        await using var trial = SourceTrial.Pop3(string.Empty, new MailboxOptions { AfterProcessing = AfterProcessing.Move, InitialImport = InitialImport.Since, Folder = "x" });
        Assert.Equal(["AfterProcessing", "InitialImport", "Folder"], trial.Factory.Validate(trial.Options).Select(error => error.Split(' ')[0]));
    }

    internal static string Listing(params string[] mails)
    {
        var numbered = mails.Select((mail, i) => (Number: i + 1, Name: mail.Split(' ')[0], Octets: mail.Split(' ')[1])).ToList();
        return Pop3Trial.LoggedIn
            + "C: UIDL\nS: +OK\n" + string.Concat(numbered.Select(mail => $"S: {mail.Number} {mail.Name}\n")) + "S: .\n"
            + "C: LIST\nS: +OK\n" + string.Concat(numbered.Select(mail => $"S: {mail.Number} {mail.Octets}\n")) + "S: .\n";
    }

    internal static string Retr(int number, string text) => $"C: RETR {number}\nS: +OK\nS: {text}\nS: .\n";

    private static string Nameless => Pop3Trial.LoggedIn + "C: UIDL\nS: -ERR\nC: LIST\nS: +OK\nS: 1 5\nS: .\n";

    private static string Refused(int number) => $"C: RETR {number}\nS: -ERR no such mail\n";
}
