using System.Collections.Concurrent;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Servers.Tests.Clocks;
using HelpDesk.Email.Servers.Tests.Engine;
using HelpDesk.Email.Servers.Tests.Waiting;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Servers.Tests.Delivery;

/// <summary>The outbox over SQLite against a server that refuses, waits and breaks off.</summary>
public sealed class OutboxTests : IAsyncDisposable
{
    private const string Ann = "ann@example.test";

    private readonly ScriptedSmtpServer _server = new();
    private readonly MovableTime _clock = new();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    [Trait("Feature", "OU-01")]
    public async Task A_mail_goes_out_with_a_return_path_of_its_own_and_asks_for_no_reports_where_none_are_wanted()
    {
        await using var engine = await StartAsync();
        await engine.SendAsync(Ann);
        await SentAsync(engine, 1);

        var row = Assert.Single(await engine.OutboxAsync());
        var mail = Assert.Single(_server.Mails);
        Assert.Equal(row.MessageId, mail.MessageId);
        Assert.Matches("^support\\+[a-z2-7]{44}@desk.test$", mail.ReversePath);
        Assert.Equal(row.ReversePath, mail.ReversePath);
        Assert.DoesNotContain(_server.Commands, command => command.Contains("NOTIFY=NEVER", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("451 4.7.1 Greylisted, come back later")]
    [InlineData("452 4.2.2 Mailbox full")]
    [InlineData("450 4.2.1 Busy")]
    public async Task Who_is_refused_for_now_gets_it_later_under_the_same_Message_ID(string reply)
    {
        await using var engine = await StartAsync();
        _server.Answer = command => command.StartsWith("RCPT", StringComparison.Ordinal) ? reply : null;
        await engine.SendAsync(Ann);
        var row = await RowAsync(engine, entry => entry is { Attempts: 1, State: OutboxState.Ready });
        Assert.Contains(reply[4..], row.LastError, StringComparison.Ordinal);

        _server.Answer = _ => null;
        _clock.Advance(TimeSpan.FromMinutes(6));
        await SentAsync(engine, 1);
        Assert.Equal(row.MessageId, Assert.Single(_server.Mails).MessageId);
        Assert.Equal(2, (await engine.OutboxAsync())[0].Attempts);
    }

    [Theory]
    [InlineData("connect", "421 4.3.2 Closing")]
    [InlineData(".", "554 5.2.0 Daily quota exceeded")]
    [InlineData("MAIL", "432 4.3.2 Concurrent connections limit exceeded")]
    [InlineData("AUTH", "535 5.7.8 Wrong password")]
    [Trait("Feature", "OU-07")]
    public async Task A_closed_channel_fails_no_mail_counts_no_attempt_and_opens_when_its_settings_change(string command, string reply)
    {
        await using var engine = await StartAsync();
        _server.Answer = said => said.StartsWith(command, StringComparison.Ordinal) ? reply : null;
        foreach (var number in Enumerable.Range(0, 5))
        {
            await engine.SendAsync($"person{number}@example.test");
        }

        // Another connection may still be trying when the first one is refused.
        await RowsAsync(engine, rows => rows.Count == 5
            && rows.Any(entry => entry.LastError?.Contains(reply[4..], StringComparison.Ordinal) == true)
            && rows.All(entry => entry is { State: OutboxState.Ready, Attempts: 0 }));
        var asked = _server.Commands.Count;

        // Nothing is tried while it is closed; a change of the settings opens it at once, without a clock.
        _server.Answer = _ => null;
        engine.Change("Outgoing:default:Password", "another");
        await SentAsync(engine, 5);
        Assert.Equal(5, _server.Mails.Select(mail => mail.MessageId).Distinct().Count());
        Assert.True(asked < 100, $"The closed channel was asked {asked} times.");
    }

    [Fact]
    public async Task Of_several_recipients_who_is_refused_has_failed_and_who_waits_gets_it_later_and_nobody_gets_it_twice()
    {
        await using var engine = await StartAsync();
        _server.Answer = command => command switch
        {
            _ when command.StartsWith("RCPT TO:<gone@", StringComparison.Ordinal) => "550 5.1.1 No such user",
            _ when command.StartsWith("RCPT TO:<full@", StringComparison.Ordinal) => "452 4.2.2 Mailbox full",
            _ => null,
        };
        await engine.SendToAllAsync(Ann, "gone@example.test", "full@example.test");
        var row = await RowAsync(engine, entry => entry is { Attempts: 1, State: OutboxState.Ready });
        Assert.Equal([OutboxRecipientState.Accepted, OutboxRecipientState.Failed, OutboxRecipientState.Pending], row.Recipients.Select(recipient => recipient.State));
        Assert.Contains("5.1.1 No such user", row.Recipients[1].Reply, StringComparison.Ordinal);
        Assert.Equal([Ann], Assert.Single(_server.Mails).Recipients);

        _server.Answer = _ => null;
        _clock.Advance(TimeSpan.FromMinutes(6));
        row = Assert.Single(await SentAsync(engine, 1));
        Assert.Equal([OutboxRecipientState.Accepted, OutboxRecipientState.Failed, OutboxRecipientState.Accepted], row.Recipients.Select(recipient => recipient.State));

        // Queued again it goes to the one who does not have it, under the Message-ID that it had, once somebody says that the address is good after all.
        Assert.True(await engine.Desk.LiftAsync(EmailAddress.Create("gone@example.test"), TestContext.Current.CancellationToken));
        Assert.True(await engine.Desk.RequeueAsync(row.Id, TestContext.Current.CancellationToken));
        await RowAsync(engine, entry => entry.Recipients.All(recipient => recipient.State == OutboxRecipientState.Accepted));
        Assert.Equal([[Ann], ["full@example.test"], ["gone@example.test"]], _server.Mails.Select(mail => mail.Recipients.ToArray()));
        Assert.Equal(row.MessageId, Assert.Single(_server.Mails.Select(mail => mail.MessageId).Distinct()));
    }

    [Fact]
    public async Task A_lost_answer_after_the_last_dot_is_followed_by_the_same_mail_once_more()
    {
        await using var engine = await StartAsync();
        var isFirst = 1;
        _server.Answer = command => command == "." && Interlocked.Exchange(ref isFirst, 0) == 1 ? ScriptedSmtpServer.Cut : null;
        await engine.SendAsync(Ann);
        await RowAsync(engine, entry => entry is { Attempts: 1, State: OutboxState.Ready });
        _clock.Advance(TimeSpan.FromMinutes(6));
        await SentAsync(engine, 1);
        Assert.Equal(2, _server.Mails.Count);
        Assert.Single(_server.Mails.Select(mail => mail.MessageId).Distinct());
    }

    [Fact]
    public async Task A_lost_answer_is_held_for_a_person_where_the_settings_say_so()
    {
        await using var engine = await StartAsync(("Processing:InDoubt", "Hold"));
        var isFirst = 1;
        _server.Answer = command => command == "." && Interlocked.Exchange(ref isFirst, 0) == 1 ? ScriptedSmtpServer.Cut : null;
        await engine.SendAsync(Ann);
        var held = await RowAsync(engine, entry => entry.State == OutboxState.Doubtful);
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.True(await engine.Desk.RequeueAsync(held.Id, TestContext.Current.CancellationToken));
        await SentAsync(engine, 1);
        Assert.Equal(2, _server.Mails.Count);
    }

    [Fact]
    [Trait("Feature", "OU-01")]
    public async Task An_account_that_is_slow_or_closed_holds_up_no_other_and_connections_are_as_many_as_allowed()
    {
        await using var other = new ScriptedSmtpServer();
        await using var engine = await StartAsync(
            ("Outgoing:default:MaxConnections", "3"), ("Mailboxes:sales:Address", "sales@desk.test"), ("Mailboxes:sales:Account", "second"),
            ("Outgoing:second:Kind", "Smtp"), ("Outgoing:second:Host", "127.0.0.1"), ("Outgoing:second:Port", $"{other.Port}"), ("Outgoing:second:Encryption", "None"));
        var gate = new TaskCompletionSource();
        _server.Gate = gate.Task;
        await Task.WhenAll(Enumerable.Range(0, 12).Select(number => engine.SendAsync($"person{number}@example.test")));
        await Eventually.BecomesTrueAsync(() => _server.MostOpen >= 3, "three connections");
        await engine.SendAsync(Ann, mailbox: "sales");
        await Eventually.BecomesTrueAsync(() => other.Mails.Count == 1, "the mail by the other account");
        Assert.Empty(_server.Mails);
        gate.SetResult();
        await SentAsync(engine, 13);
        Assert.Equal(3, _server.MostOpen);
        Assert.Equal(1, other.MostOpen);
    }

    [Fact]
    public async Task No_more_mails_a_minute_are_handed_over_than_the_provider_takes()
    {
        await using var engine = await StartAsync(("Outgoing:default:MaxMessagesPerMinute", "4"));
        await Task.WhenAll(Enumerable.Range(0, 10).Select(number => engine.SendAsync($"person{number}@example.test")));
        foreach (var sent in new[] { 4, 8, 10 })
        {
            await SentAsync(engine, sent);
            await RowsAsync(engine, rows => rows.Count(row => row.State == OutboxState.Sent) == sent && rows.Count == 10);
            _clock.Advance(TimeSpan.FromSeconds(61));
        }

        Assert.Equal(10, _server.Mails.Count);
    }

    [Fact]
    public async Task Mails_of_a_ticket_to_one_person_leave_in_their_order_and_others_do_not_wait()
    {
        await using var engine = await StartAsync(("Outgoing:default:MaxConnections", "8"));
        var isBusy = new ConcurrentDictionary<string, bool> { ["0"] = true };
        _server.Answer = command => command.StartsWith("RCPT TO:<ann@", StringComparison.Ordinal) && isBusy.ContainsKey("0") ? "451 4.7.1 later" : null;
        var ticket = await engine.AddTicketAsync(Ann);
        for (var number = 0; number < 6; number++)
        {
            await engine.SendAsync(number % 3 == 2 ? "bob@example.test" : Ann, ticket);
            await RowsAsync(engine, rows => rows.Count == number + 1);
        }

        await Eventually.BecomesTrueAsync(() => _server.Mails.Count == 2, "the mails to the other");
        isBusy.Clear();
        _clock.Advance(TimeSpan.FromMinutes(6));
        await SentAsync(engine, 6);
        var rows = (await engine.OutboxAsync()).OrderBy(row => row.Id).Where(row => row.Recipients[0].Address == Ann).Select(row => row.MessageId);
        Assert.Equal(rows, _server.Mails.Where(mail => mail.Recipients[0] == Ann).Select(mail => mail.MessageId));
    }

    private static Task<IReadOnlyList<OutboxEntry>> SentAsync(EngineHost engine, int count) => RowsAsync(engine, rows => rows.Count(row => row.State == OutboxState.Sent) >= count);

    private static Task<IReadOnlyList<OutboxEntry>> RowsAsync(EngineHost engine, Func<IReadOnlyList<OutboxEntry>, bool> predicate) =>
        Eventually.GetAsync(async () => await engine.OutboxAsync() is var rows && predicate(rows) ? rows : null, "the rows of the outbox");

    private static Task<OutboxEntry> RowAsync(EngineHost engine, Func<OutboxEntry, bool> predicate) =>
        Eventually.GetAsync(async () => (await engine.OutboxAsync()).FirstOrDefault(predicate), "a row of the outbox");

    private Task<EngineHost> StartAsync(params (string Key, string Value)[] more)
    {
        var settings = new EngineSettings
        {
            ["Mailboxes:support:Address"] = "support@desk.test",
            ["Mailboxes:support:SubAddressing"] = "true",
            ["Outgoing:default:Kind"] = "Smtp",
            ["Outgoing:default:Host"] = "127.0.0.1",
            ["Outgoing:default:Port"] = $"{_server.Port}",
            ["Outgoing:default:Encryption"] = "None",
            ["Outgoing:default:UserName"] = "support",
            ["Outgoing:default:Password"] = "secret",
        };
        foreach (var (key, value) in more)
        {
            settings[key] = value;
        }

        return EngineHost.StartAsync(settings, time: _clock);
    }
}
