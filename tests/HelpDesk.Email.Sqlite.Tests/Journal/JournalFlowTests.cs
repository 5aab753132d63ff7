using System.Text;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Sqlite.Tests.Support;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Sqlite.Tests.Journal;

public sealed class JournalFlowTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_row_is_read_back_as_it_was_written()
    {
        var stores = _folder.Open();
        var from = EmailAddress.Create("Ann@Example.test", "Ann \"A\" Ö");
        var facts = new MailFacts("<1@example.test>")
        {
            InReplyTo = ["<0@example.test>"],
            References = ["<a@x>", "<b\"@x>"],
            From = from,
            Subject = "Grüße \0 aus 東京",
            Date = new DateTimeOffset(2026, 1, 4, 23, 30, 5, TimeSpan.FromHours(5.5)),
            BodyDigest = "digest",
        };
        var operation = Guid.NewGuid();
        var id = await stores.AppendAsync(new NewJournalEntry("support", "INBOX:1:2", MailContent.FromOctets("octets"u8.ToArray()), facts)
        {
            OperationId = operation,
            ReceivedAt = _folder.Clock.GetUtcNow(),
            ReversePath = "",
            EnvelopeRecipients = ["support@example.test"],
            NeedsAcknowledgement = true,
            Origin = JournalOrigin.AgentReply,
        });

        var row = await _folder.Open().GetAsync(id);

        Assert.Equal(facts with { InReplyTo = row.Facts.InReplyTo, References = row.Facts.References }, row.Facts);
        Assert.Equal(facts.InReplyTo, row.Facts.InReplyTo);
        Assert.Equal(facts.References, row.Facts.References);
        Assert.Equal(from.Name, row.Facts.From!.Name);
        Assert.Equal(facts.Date.Value.Offset, row.Facts.Date!.Value.Offset);
        Assert.Equal(operation, row.OperationId);
        Assert.Equal(JournalOrigin.AgentReply, row.Origin);
        Assert.Equal("", row.ReversePath);
        Assert.Equal(["support@example.test"], row.EnvelopeRecipients);
        Assert.Equal(6, row.Size);
        Assert.Equal(MailContent.FromOctets("octets"u8.ToArray()).Hash, row.ContentHash);
        Assert.True(row.NeedsAcknowledgement);
        Assert.Equal(JournalState.Received, row.State);
        Assert.Equal(JournalOutcome.None, row.Outcome);
        using var content = await stores.Mail.Journal.OpenContentAsync(id, StoreFolder.Token);
        Assert.Equal("octets", await new StreamReader(content!.OpenRead()).ReadToEndAsync(StoreFolder.Token));
    }

    [Fact]
    public async Task Empty_octets_are_octets()
    {
        var stores = _folder.Open();
        var id = await stores.AppendAsync(Mails.New(_folder, "1", octets: ""));

        using var content = await stores.Mail.Journal.OpenContentAsync(id, StoreFolder.Token);

        Assert.Equal(0, content!.Length);
    }

    [Fact]
    public async Task A_row_goes_all_the_way_from_append_to_finish()
    {
        var stores = _folder.Open();
        var id = await stores.AppendAsync(Mails.New(_folder, "1"));
        var claim = (await stores.ClaimAsync()).Single();
        var queue = stores.Mail.Queue;

        Assert.Equal(CommitResult.Committed, await queue.CommitAsync(claim, new DecisionCommit("decision", "trace 1", ["key"]), StoreFolder.Token));
        Assert.Equal(CommitResult.Committed, await queue.CommitAsync(claim, new ResultCommit("result"), StoreFolder.Token));
        var finished = await queue.CommitAsync(
            claim,
            new FinishCommit(JournalOutcome.Created, "trace 2")
            {
                Ticket = "1000",
                Index = [new IndexedMessage("<1@example.test>", "1000")],
                Outbox = [new NewOutboxEntry("<out@example.test>", ["ann@example.test"], MailContent.FromOctets("mail"u8.ToArray())) { NotBefore = _folder.Clock.GetUtcNow(), Ticket = "1000" }],
                Events = [new NewHostEvent(Guid.NewGuid(), "created", "1000", "{}")],
            },
            StoreFolder.Token);
        Assert.Equal(CommitResult.Committed with { HasThrottled = false }, finished);

        var row = await _folder.Open().GetAsync(id);
        Assert.Equal((JournalState.Finished, JournalOutcome.Created, "1000"), (row.State, row.Outcome, row.Ticket));
        Assert.Equal(("decision", "result", "trace 2"), (row.Decision, row.Result, row.Trace));
        Assert.Equal([new IndexedMessage("<1@example.test>", "1000")], await stores.Mail.MessageIndex.FindAsync(["<1@example.test>", "<x>"], StoreFolder.Token));
        var sent = (await stores.Mail.Outbox.ClaimAsync(new OutboxClaimRequest("a", 10, TimeSpan.FromMinutes(1)), StoreFolder.Token)).Single();
        using var mail = await stores.Mail.Outbox.OpenContentAsync(sent.Entry.Id, StoreFolder.Token);
        Assert.Equal("mail", Encoding.ASCII.GetString(ReadAll(mail!)));
        Assert.Equal("created", (await stores.Mail.HostEvents.ClaimAsync("a", 10, TimeSpan.FromMinutes(1), StoreFolder.Token)).Single().Event.Type);
        Assert.Empty(await stores.ClaimAsync());
    }

    [Fact]
    public async Task A_commit_tells_that_a_limit_stopped_one_of_its_mails()
    {
        var stores = _folder.Open();
        await stores.AppendAsync(Mails.New(_folder, "1"));
        var claim = (await stores.ClaimAsync()).Single();
        var finish = new FinishCommit(JournalOutcome.Recorded, "t") { Outbox = [Limited("<1@out.test>"), Limited("<2@out.test>")] };

        Assert.True((await stores.Mail.Queue.CommitAsync(claim, finish, StoreFolder.Token)).HasThrottled);

        var states = (await stores.Mail.Outbox.FindAsync(new OutboxQuery { JournalId = claim.Entry.Id }, StoreFolder.Token)).Select(mail => mail.State);
        Assert.Equal([OutboxState.Throttled, OutboxState.Ready], states);
    }

    private NewOutboxEntry Limited(string messageId) => new(messageId, ["ann@example.test"], MailContent.FromOctets("mail"u8.ToArray()))
    {
        NotBefore = _folder.Clock.GetUtcNow(),
        Throttle = [new ThrottleLimit("k", 1, TimeSpan.FromHours(1))],
    };

    private static byte[] ReadAll(MailContent content)
    {
        using var stream = content.OpenRead();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
