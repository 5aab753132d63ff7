using System.Collections.Concurrent;
using System.Text;
using HelpDesk.Email.Contacts;
using HelpDesk.Email.Erasure;
using HelpDesk.Email.Events;
using HelpDesk.Email.Mailing;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tickets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Tests.Erasure;

/// <summary>A person who left traces wherever there can be any is erased; for every store.</summary>
[Trait("Feature", "BE-11")]
public abstract class ErasureCases
{
    private const string Work = "ann.nightingale@secret-person.test";
    private const string Home = "annie@fireside.test";

    /// <summary>What must not be found afterwards, in whatever case.</summary>
    private static readonly string[] Traces = [Work, Home, "Nightingale", "zebrafish", "xylophone", "kumquat", "rhubarb", "marzipan", "Fireside Annie"];

    private readonly ConcurrentQueue<string> _log = new();

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_of_a_person_is_left_and_their_mail_makes_no_second_ticket()
    {
        await using var desk = await StartAsync();
        var (own, other) = await LiveAsync(desk);
        var before = await DumpAsync(desk);
        Assert.All(Traces, trace => Assert.Contains(trace, before, StringComparison.OrdinalIgnoreCase));

        var result = await EraseAsync(desk);

        Assert.Equal((2, 1, true), (result.Marks.Count, result.Counts.Tickets, result.Counts.IsCompacted));
        Assert.True(result.Counts is { Mails: > 2, OutgoingMails: > 1, Entries: > 2, Contacts: 1 }, result.Counts.ToString());
        await ExpectNothingAsync(desk, _log);
        Assert.Contains(result.Marks[0], string.Join('\n', _log), StringComparison.Ordinal);

        // The others' words and their tickets stay.
        var tickets = desk.Services.GetRequiredService<ITicketStore>();
        var erased = (await tickets.FindAsync(TicketLookup.Of(own), Token)).Single();
        Assert.Equal((TicketStatus.Closed, true, "erased@erased.invalid", string.Empty), (erased.Status, erased.IsLocked, erased.Requester.Address, erased.Subject));
        var kept = (await tickets.FindAsync(TicketLookup.Of(other), Token)).Single();
        Assert.Equal(("bob@example.test", "The lamp flickers"), (kept.Requester.Address, kept.Subject));
        var texts = new List<string>();
        await foreach (var entry in desk.Services.GetRequiredService<ITicketQueries>().EntriesAsync(other, Token))
        {
            texts.Add(entry.Text);
        }

        Assert.Contains(texts, text => text.Contains("Please look at the lamp", StringComparison.Ordinal));

        // Again: nothing is left to do.
        var again = await EraseAsync(desk);
        Assert.Equal(new ErasureCounts(), again.Counts);
        Assert.Equal([result.Marks[0]], again.Marks);

        // The server gives the very mails once more; a signature changed nothing about what they say.
        foreach (var mail in new[] { First(), First() with { ReversePath = "relay@example.test" } })
        {
            Assert.Equal(JournalOutcome.Duplicate, (await desk.DeliverAsync(mail, Token)).Outcome);
        }

        Assert.Equal(2, await CountTicketsAsync(desk));
    }

    [Fact]
    public async Task Mail_that_is_not_finished_is_discarded_and_a_late_worker_makes_no_ticket_of_it()
    {
        await using var desk = await StartAsync();
        var store = desk.Store;
        var content = MailContent.FromOctets(First().Octets);
        var row = new NewJournalEntry("support", "uid:1", content, new MailFacts("<late@secret-person.test>") { From = EmailAddress.Create(Work, "Ann Nightingale"), Subject = "zebrafish" })
        {
            OperationId = Guid.NewGuid(),
            ReceivedAt = desk.Clock.GetUtcNow(),
        };
        var id = (await store.Journal.AppendAsync([row], Token))[0].Id;
        var node = await store.JoinAsync("slow", Token);
        var claim = (await store.Queue.ClaimAsync(node.Name, 1, TimeSpan.FromMinutes(1), Token)).Single();
        var change = new TicketChange { OperationId = row.OperationId, Subject = "zebrafish", Requester = EmailAddress.Create(Work), Entry = new NewTicketEntry(EmailAddress.Create(Work), "xylophone") };
        await store.Queue.CommitAsync(claim, new DecisionCommit("{\"change\":\"zebrafish\"}", "[]", ["mail:1"]), Token);

        await EraseAsync(desk);

        Assert.Equal(CommitStatus.ClaimLost, (await store.Queue.CommitAsync(claim, new ResultCommit("late"), Token)).Status);
        Assert.Equal(ApplyStatus.Void, (await desk.Services.GetRequiredService<ITicketStore>().ApplyAsync(change, Token)).Status);
        var left = (await store.Journal.FindAsync(new JournalQuery { Id = id }, Token)).Single();
        Assert.Equal((JournalState.Finished, JournalOutcome.Discarded, string.Empty, null), (left.State, left.Outcome, left.Facts.Subject, left.Facts.From));
        Assert.Null(await store.Journal.OpenContentAsync(id, Token));
        Assert.Equal(0, await CountTicketsAsync(desk));
        await node.DisposeAsync();
    }

    [Fact]
    public async Task Who_is_not_known_is_erased_without_a_trace()
    {
        await using var desk = await StartAsync();
        await desk.DeliverAsync(Mail("Bob Baker <bob@example.test>", "The lamp flickers", "Please look at the lamp."), Token);
        var result = await desk.Services.GetRequiredService<IPersonErasure>().EraseAsync([EmailAddress.Create("nobody@example.test")], "asked for", Token);
        Assert.Equal(new ErasureCounts(), result.Counts);
        Assert.Contains("The lamp flickers", await DumpAsync(desk), StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => desk.Services.GetRequiredService<IPersonErasure>().EraseAsync([], "asked for", Token).AsTask());
        await Assert.ThrowsAsync<ArgumentException>(() => desk.Services.GetRequiredService<IPersonErasure>().EraseAsync([EmailAddress.Create(Work)], " ", Token).AsTask());
    }

    /// <summary>Chooses the stores.</summary>
    protected abstract void UseStores(IHelpDeskEmailBuilder builder);

    /// <summary>Everything that the stores keep: their files octet by octet, or all of their tables.</summary>
    protected abstract Task<string> DumpAsync(HelpDeskHarness desk);

    /// <summary>One more look for what must not be there, at what <see cref="DumpAsync"/> can't see.</summary>
    protected virtual Task LookFurtherAsync(HelpDeskHarness desk, IReadOnlyList<string> traces) => Task.CompletedTask;

    protected static HarnessMail Mail(string from, string subject, string text, string more = "") => HarnessMail.Of(
        $"From: {from}\nTo: support@helpdesk.test\nSubject: {subject}\nMessage-ID: <{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(from + subject + text)))[..20]}@{from.Split('@')[1].TrimEnd('>')}>\nDate: Mon, 5 Jan 2026 08:59:00 +0000\n{more}\n{text}\n") with
    {
        ReversePath = from.Split('<')[1].TrimEnd('>'),
    };

    private static HarnessMail First() => Mail("Ann Nightingale <Ann.Nightingale@secret-person.test>", "The zebrafish dossier", "My xylophone is broken.");

    private static ValueTask<ErasureResult> EraseAsync(HelpDeskHarness desk) =>
        desk.Services.GetRequiredService<IPersonErasure>().EraseAsync([EmailAddress.Create(Work)], $"asked for by {Work} on paper", Token);

    private Task<HelpDeskHarness> StartAsync() => HelpDeskHarness.StartAsync(
        options =>
        {
            options.Settings["Mailboxes:support:Address"] = "support@helpdesk.test";
            options.Settings["Mailboxes:support:Department"] = "Support";
            options.Settings["Departments:Support:Autoresponder:Enabled"] = "true";
            options.Settings["AutomaticAnswers:Delay"] = "00:00:00";
            options.Compose = mail =>
            {
                UseStores(mail);
                mail.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Information).AddProvider(new CollectingLog(_log)));
            };
        },
        Token);

    // Mails in and out, files, large ones, words in another's ticket, quotations, suppression, counts, what waits and what is quarantined.
    private static async Task<(string Own, string Other)> LiveAsync(HelpDeskHarness desk)
    {
        await desk.Services.GetRequiredService<IContactWriter>().SaveAsync(
            new Contact(EmailAddress.Create(Work, "Ann Nightingale"), ContactRole.Requester) { OtherAddresses = [EmailAddress.Create(Home, "Fireside Annie")], Company = "Rhubarb Ltd" }, Token);
        var own = (await desk.DeliverAsync(First(), Token)).Ticket!;
        var file = Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("kumquat jam recipe\n", 100_000))));
        await desk.DeliverAsync(
            Mail(
                "Fireside Annie <annie@fireside.test>",
                $"Re: The zebrafish dossier [#{own}]",
                $"--b\nContent-Type: text/plain\n\nkumquat and rhubarb are in the file.\n--b\nContent-Type: text/plain; name=kumquat.txt\nContent-Disposition: attachment; filename=kumquat.txt\nContent-Transfer-Encoding: base64\n\n{string.Join('\n', file.Chunk(76).Select(line => new string(line)))}\n--b--",
                "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n"),
            Token);
        var other = (await desk.DeliverAsync(Mail("Bob Baker <bob@example.test>", "The lamp flickers", "Please look at the lamp. Ask Ann Nightingale, or ann.nightingale@secret-person.test.", "Cc: ann.nightingale@secret-person.test\n"), Token)).Ticket!;
        await desk.DeliverAsync(Mail("Ann Nightingale <ann.nightingale@secret-person.test>", $"Re: The lamp flickers [#{other}]", "The marzipan lamp is mine."), Token);
        await desk.Mailer.ReplyAsync(new AgentReply(Guid.NewGuid(), own, EmailAddress.Create("tina@helpdesk.test", "Tina"), "Is your xylophone, Ann Nightingale, still broken?"), Token);
        await desk.SettleAsync(Token);

        desk.Transport.Closed = new ChannelFailure("The server is away.", TimeSpan.FromHours(1));
        await desk.Mailer.ReplyAsync(new AgentReply(Guid.NewGuid(), own, EmailAddress.Create("tina@helpdesk.test", "Tina"), "The marzipan answer waits."), Token);
        await desk.SettleAsync(Token);
        await desk.Store.SuppressedAddresses.SuppressAsync(new SuppressedAddress(Home, desk.Clock.GetUtcNow().AddDays(7), "full mailbox") { Since = desk.Clock.GetUtcNow() }, Token);
        return (own, other);
    }

    private async Task ExpectNothingAsync(HelpDeskHarness desk, IEnumerable<string> log)
    {
        var after = await DumpAsync(desk);
        foreach (var trace in Traces)
        {
            var at = after.IndexOf(trace, StringComparison.OrdinalIgnoreCase);
            Assert.True(at < 0, $"'{trace}' is left: {(at < 0 ? null : after[Math.Max(0, at - 120)..Math.Min(after.Length, at + 120)])}");
        }

        Assert.DoesNotContain(log, line => Traces.Any(trace => line.Contains(trace, StringComparison.OrdinalIgnoreCase)));
        await LookFurtherAsync(desk, Traces);
    }

    private static async Task<int> CountTicketsAsync(HelpDeskHarness desk)
    {
        var count = 0;
        await foreach (var ticket in desk.Services.GetRequiredService<ITicketQueries>().ListAsync(100, Token))
        {
            count++;
        }

        return count;
    }

    private sealed class CollectingLog(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                lines.Enqueue($"{formatter(state, exception)} {exception}");
            }
        }

        public void Dispose()
        {
        }
    }
}
