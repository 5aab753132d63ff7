using System.Globalization;
using HelpDesk.Email.Messages;
using HelpDesk.Email.PostgreSql.Tests.Support;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.PostgreSql.Tests.Writers;

/// <summary>Eight processes that write the same things in as many orders.</summary>
[Trait("Feature", "BE-09")]
[Collection(typeof(Alone))]
public sealed class ManyWritersTests : IDisposable
{
    private const int Writers = 8;

    private readonly StoreSchema _schema = new();

    public void Dispose() => _schema.Dispose();

    [Fact]
    public async Task The_same_mails_in_any_order_make_one_row_each_and_no_deadlock()
    {
        var before = Deadlocks();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            var random = new Random(writer);
            var stores = _schema.Open();
            for (var round = 0; round < 10; round++)
            {
                var mails = Enumerable.Range(round * 20, 20).Select(i => Mails.New($"r{i}", $"octets {i % 7}", mailbox: $"m{i % 3}")).ToArray();
                random.Shuffle(mails);
                await stores.Mail.Journal.AppendAsync(mails, StoreSchema.Token);
            }
        })));

        Assert.Equal(200, _schema.Scalar<long>("SELECT count(*) FROM journal"));
        Assert.Equal(7, _schema.Scalar<long>("SELECT count(*) FROM content"));
        Assert.Equal(before, Deadlocks());
    }

    [Fact]
    public async Task Each_row_is_worked_on_once_and_what_follows_of_it_is_written_once()
    {
        const int Count = 160;
        var before = Deadlocks();
        var first = _schema.Open();
        await first.Mail.Journal.AppendAsync([.. Enumerable.Range(0, Count).Select(i => Mails.New($"r{i}"))], StoreSchema.Token);
        var ticket = (await first.Tickets.ApplyAsync(
            new TicketChange { OperationId = Guid.NewGuid(), Subject = "s", Requester = EmailAddress.Create("ann@example.test") }, StoreSchema.Token)).Ticket!.Number;

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WorkAsync(writer, ticket))));

        Assert.Equal(0, _schema.Scalar<long>("SELECT count(*) FROM journal_queue"));
        Assert.Equal(Count, _schema.Scalar<long>("SELECT count(*) FROM journal WHERE outcome = 2 AND attempts = 1"));
        Assert.Equal(Count, _schema.Scalar<long>("SELECT count(DISTINCT journal_id) FROM ticket_entry"));
        Assert.Equal(Count, _schema.Scalar<long>("SELECT count(*) FROM ticket_entry"));
        Assert.Equal(Count, _schema.Scalar<long>("SELECT count(*) FROM outbox"));
        Assert.Equal(40, _schema.Scalar<long>("SELECT count(*) FROM outbox WHERE due IS NOT NULL"));
        Assert.Equal(before, Deadlocks());
    }

    private async Task WorkAsync(int writer, string ticket)
    {
        var stores = _schema.Open();
        var node = string.Create(CultureInfo.InvariantCulture, $"n{writer}");
        while (true)
        {
            var claims = await stores.ClaimAsync(max: 5, node);
            if (claims.Count == 0)
            {
                return;
            }

            foreach (var claim in claims)
            {
                await stores.Mail.Queue.CommitAsync(claim, new DecisionCommit("d", "t", [$"key {claim.Entry.Id}"]), StoreSchema.Token);
                var entry = new NewTicketEntry(EmailAddress.Create("ann@example.test"), "text") { At = claim.Entry.ReceivedAt, JournalId = claim.Entry.Id };
                await stores.Tickets.ApplyAsync(new TicketChange { OperationId = claim.Entry.OperationId, TicketNumber = ticket, Entry = entry }, StoreSchema.Token);
                await stores.Mail.Queue.CommitAsync(claim, new ResultCommit("r"), StoreSchema.Token);
                var mail = new NewOutboxEntry($"<{claim.Entry.Id}@example.test>", ["ann@example.test"], MailContent.FromOctets(new byte[] { (byte)(claim.Entry.Id % 2) }))
                {
                    Ticket = ticket,
                    NotBefore = claim.Entry.ReceivedAt,
                    Throttle = [new ThrottleLimit("all", 40, TimeSpan.FromHours(1)), new ThrottleLimit($"some {claim.Entry.Id % 3}", 1000, TimeSpan.FromHours(1))],
                };
                var finish = new FinishCommit(JournalOutcome.Appended, "t") { Ticket = ticket, Outbox = [mail], Events = [new NewHostEvent(Guid.NewGuid(), "e", ticket, "{}")] };
                Assert.Equal(CommitStatus.Committed, (await stores.Mail.Queue.CommitAsync(claim, finish, StoreSchema.Token)).Status);
            }
        }
    }

    private long Deadlocks() => _schema.Scalar<long>("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()");
}
