using HelpDesk.Email.Protocols.Imap.Model;
using HelpDesk.Email.Servers;
using static HelpDesk.Email.Protocols.Tests.Imap.Lying.LyingTrial;

namespace HelpDesk.Email.Protocols.Tests.Imap.Lying;

/// <summary>Servers that lie about mails.</summary>
public sealed class FetchTests
{
    private const string Command = "C: {tag} UID FETCH 5:6 (UID BODY.PEEK[])\n";

    [Theory]
    [InlineData("silence")]
    [InlineData("S~ * 1 FETCH (UID 5 BODY[] \nsilence")]
    [InlineData("S~ * 1 FETCH (UID 5 BODY[] {5\nsilence")]
    [InlineData("S: * 1 FETCH (UID 5 BODY[] {5}\nsilence")]
    [InlineData("S~ * 1 FETCH (UID 5 BODY[] {5}\\r\\nabc\nsilence")]
    [InlineData("S~ * 1 FETCH (UID 5 BODY[] {3}\\r\\nabc\nsilence")]
    [InlineData("S: * 1 FETCH (UID 5 BODY[] \"a\")\nsilence")]
    public async Task A_server_that_falls_silent_in_a_mail_meets_the_deadline(string rest) =>
        Assert.Equal("UID FETCH", (await TimesOut(Fetch, Command + rest)).Step);

    [Theory]
    [InlineData("{9223372036854775808}", MailFailure.ProtocolViolation)]
    [InlineData("{18446744073709551616}", MailFailure.ProtocolViolation)]
    [InlineData("{9223372036854775807}", MailFailure.LimitExceeded)]
    [InlineData("{104857601}", MailFailure.LimitExceeded)]
    [InlineData("~{104857601}", MailFailure.LimitExceeded)]
    [InlineData("{-5}", MailFailure.ProtocolViolation)]
    [InlineData("{5.0}", MailFailure.ProtocolViolation)]
    [InlineData("{0x10}", MailFailure.ProtocolViolation)]
    [InlineData("{5 }", MailFailure.ProtocolViolation)]
    [InlineData("{}", MailFailure.ProtocolViolation)]
    [InlineData("(a)", MailFailure.ProtocolViolation)]
    [InlineData(")", MailFailure.ProtocolViolation)]
    public Task A_mail_whose_length_is_none_or_too_much(string length, MailFailure failure) => Fails(failure, Fetch, $"{Command}S: * 1 FETCH (UID 5 BODY[] {length}\nsilence");

    [Theory]
    [InlineData("RFC822.SIZE -1")]
    [InlineData("RFC822.SIZE 1.5")]
    [InlineData("RFC822.SIZE 9223372036854775808")]
    [InlineData("RFC822.SIZE NIL")]
    [InlineData("RFC822.SIZE \"5\"")]
    [InlineData("UID 0")]
    [InlineData("UID 4294967296")]
    [InlineData("UID NIL")]
    [InlineData("FLAGS NIL")]
    [InlineData("FLAGS \\Seen")]
    [InlineData("MODSEQ 5")]
    [InlineData("BODY[HEADER")]
    [InlineData("")]
    public Task An_attribute_that_is_none(string attribute) => Fails(MailFailure.ProtocolViolation, trial => FetchAll(trial), $$"""
        C: {tag} UID FETCH 5 (UID FLAGS RFC822.SIZE)
        S: * 1 FETCH ({{attribute}}
        silence
        """);

    [Fact]
    public Task A_header_beyond_the_limit() => Fails(MailFailure.LimitExceeded, Ask, """
        C: {tag} UID FETCH 5 *
        S: * 1 FETCH (UID 5 BODY[HEADER.FIELDS (DATE)] {262145}
        silence
        """);

    [Fact]
    public Task A_literal_that_is_too_short_for_its_mail() => Fails(MailFailure.ProtocolViolation, Fetch, $$"""
        {{Command}}S: * 1 FETCH (UID 5 BODY[] {3}
        S: abcdef)
        silence
        """);

    [Fact]
    public Task A_literal_that_is_too_long_for_its_mail_swallows_the_end_and_nothing_is_made_of_it() => Fails(MailFailure.ConnectionLost, Fetch, $$"""
        {{Command}}S: * 1 FETCH (UID 5 BODY[] {100}
        S: abc)
        S: {tag} OK done
        close
        """);

    [Fact]
    public Task A_mail_that_breaks_off() => Fails(MailFailure.ConnectionLost, Fetch, $$"""
        {{Command}}S: * 1 FETCH (UID 5 BODY[] {100000}
        S-many: 5000 x
        reset
        """);

    [Fact]
    public Task A_mail_without_its_UID() => Fails(MailFailure.ProtocolViolation, Fetch, $$"""
        {{Command}}S: * 1 FETCH (BODY[] "a")
        silence
        """);

    [Fact]
    public Task A_mail_twice_in_one_answer() => Fails(MailFailure.ProtocolViolation, Fetch, $$"""
        {{Command}}S: * 1 FETCH (BODY[] "a" BODY[] "b" UID 5)
        silence
        """);

    [Fact]
    public Task A_BYE_between_two_mails() => Fails(MailFailure.ServerClosing, Fetch, $$"""
        {{Command}}S: * 1 FETCH (UID 5 BODY[] "a")
        S: * BYE restarting
        """);

    [Fact]
    public async Task A_mail_that_comes_twice_is_taken_once()
    {
        await using var trial = await ImapTrial.OpenAsync($$"""
            {{Command}}S: * 1 FETCH (UID 5 BODY[] "a")
            S: * 1 FETCH (UID 5 BODY[] "other")
            S: * 2 FETCH (UID 6 BODY[] "b")
            S: * 2 FETCH (BODY[] {5}
            S: again UID 6)
            S: {tag} OK done
            """);
        Assert.Equal([(5u, "a"), (6u, "b")], await trial.FetchAsync(5, 6));
    }

    [Fact]
    public async Task A_mail_that_nobody_asked_for_is_thrown_away()
    {
        await using var trial = await ImapTrial.OpenAsync($$"""
            {{Command}}S: * 1 FETCH (UID 77 BODY[] {6}
            S: UID 5) FLAGS (\Seen))
            S: * 1 FETCH (FLAGS (\Seen) UID 5)
            S: * 3 EXPUNGE
            S: * 1 FETCH (UID 5 BODY[] "a")
            S: {tag} OK done
            """);
        Assert.Equal([(5u, "a")], await trial.FetchAsync(5, 6));
        Assert.Equal(2, trial.Inbox.Exists);
    }

    [Fact]
    public async Task A_mail_without_octets_is_told_as_one()
    {
        await using var trial = await ImapTrial.OpenAsync($$"""
            {{Command}}S: * 1 FETCH (UID 5 BODY[] NIL)
            S: {tag} OK done
            """);
        await foreach (var fetched in trial.Inbox.FetchAsync([5, 6], new ImapFetchItems(), ImapTrial.ReadAsync, None))
        {
            Assert.Equal((5u, false, null), (fetched.Message.Uid, fetched.HasContent, fetched.Content));
        }
    }

    [Fact]
    public async Task A_refused_mail_ends_the_loop_after_the_others_and_the_conversation_goes_on()
    {
        await using var trial = await ImapTrial.OpenAsync($$"""
            {{Command}}S: * 1 FETCH (UID 5 BODY[] "a")
            S: {tag} NO [SERVERBUG] mail 6 can't be read
            C: {tag} NOOP
            S: {tag} OK done
            """);
        var seen = new List<uint>();
        var exception = await Assert.ThrowsAsync<MailProtocolException>(async () =>
        {
            await foreach (var fetched in trial.Inbox.FetchAsync([5, 6], new ImapFetchItems(), ImapTrial.ReadAsync, None))
            {
                seen.Add(fetched.Message.Uid);
            }
        });
        Assert.Equal((MailFailure.CommandRefused, "SERVERBUG"), (exception.Failure, exception.ResponseCode));
        Assert.Equal([5u], seen);
        await Noop(trial);
    }

    [Fact]
    public async Task What_was_made_of_a_mail_that_is_not_handed_out_is_disposed()
    {
        await using var trial = await ImapTrial.OpenAsync($$"""
            {{Command}}S: * 1 FETCH (BODY[] "other" UID 77)
            S: * 1 FETCH (UID 5 BODY[] "a"
            close
            """);
        var made = new List<MemoryStream>();
        await Assert.ThrowsAsync<MailProtocolException>(async () =>
        {
            await foreach (var _ in trial.Inbox.FetchAsync([5, 6], new ImapFetchItems(), (_, _, _) =>
            {
                made.Add(new MemoryStream());
                return ValueTask.FromResult(made[^1]);
            }, None))
            {
            }
        });
        Assert.Equal([false, false], made.Select(stream => stream.CanRead));
    }

    [Fact]
    public async Task A_mail_that_drips_meets_the_deadline_of_a_whole_mail()
    {
        await using var trial = await ImapTrial.OpenAsync($$"""
            {{Command}}S: * 1 FETCH (UID 5 BODY[] {1000}
            S~ a
            {{string.Join('\n', Enumerable.Range(0, 20).Select(i => $"wait {i}\nS~ a"))}}
            silence
            """);
        var before = trial.Time.Waits;
        var working = trial.FetchAsync(5, 6);
        for (var i = 0; !working.IsCompleted; i++)
        {
            // Each time it waits for the next octet: for at most two minutes, and of half an hour in all.
            while (!working.IsCompleted && trial.Time.Waits == before)
            {
                await Task.Yield();
            }

            before = trial.Time.Waits;
            trial.Time.Advance(TimeSpan.FromSeconds(100));
            trial.Server.Open(i.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        var exception = await Assert.ThrowsAsync<MailProtocolException>(() => working);
        Assert.Equal(MailFailure.TimedOut, exception.Failure);
        Assert.Contains("1800 s", exception.Message, StringComparison.Ordinal);
    }

    private static async Task FetchAll(ImapTrial trial)
    {
        await foreach (var _ in trial.Inbox.FetchAsync(ImapUidSet.Of(5), new ImapFetchItems { Size = true, Flags = true }, None))
        {
        }
    }
}
