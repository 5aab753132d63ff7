using HelpDesk.Email.Benchmarks.Desks;
using HelpDesk.Email.Benchmarks.Generating;
using HelpDesk.Email.Benchmarks.Rows;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Benchmarks.Tests.Desks;

/// <summary>What grows without a look at the clock: bytes allocated for a mail are the same however much is stored.</summary>
/// <remarks>By itself: what other tests allocate meanwhile would count.</remarks>
[Collection(nameof(AllocationsOfTheProcess))]
public sealed class GrowthTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Traffic _traffic = new([.. MailCorpus.MakeOf(MailSort.Reply, 10).Select(mail => mail.Octets)]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_mail_allocates_no_more_where_many_are_stored()
    {
        await using var few = await OpenAsync("few", 100);
        await using var many = await OpenAsync("many", 10_000);
        Assert.InRange(await AllocatedAsync(many, 2_500) / await AllocatedAsync(few, 25), 0.8, 1.2);
    }

    [Fact]
    public async Task Mails_that_are_known_make_no_row_and_little_work()
    {
        await using var desk = await OpenAsync("known", 100);
        var mails = _traffic.Questions(20);
        var receipts = await desk.RunAsync(mails);
        Assert.Equal(0, await desk.TakeInAsync(mails, receipts));
        Assert.Equal(120, (await desk.Store.Journal.FindAsync(new JournalQuery { Limit = 1000 }, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task Bare_stages_and_the_engine_make_an_answer_of_each_question()
    {
        await using var desk = await OpenAsync("engine", 10);
        await desk.RunAsync(_traffic.Questions(5));
        Assert.Equal(5, (await desk.Store.Outbox.FindAsync(new OutboxQuery { State = OutboxState.Ready, Limit = 100 }, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task A_mailbox_that_never_answers_holds_no_other_one_up()
    {
        await using var host = await MailboxHost.StartAsync(3, slow: 1);
        await host.RunAsync(_traffic.Questions(6));
    }

    private async Task<double> AllocatedAsync(Desk desk, int customers)
    {
        var answers = Enumerable.Range(0, 10).Select(i => (1L + (i * 7 % customers), IStoreSeed.MessageIdOf(1 + (i * 7 % customers)))).ToList();
        await desk.RunAsync(_traffic.Answers(answers));
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await desk.RunAsync([.. _traffic.Answers(answers), .. _traffic.Questions(10)]);
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        var quarantined = await desk.Store.Journal.FindAsync(new JournalQuery { Outcome = JournalOutcome.Quarantined, Limit = 1 }, CancellationToken.None);
        Assert.Empty(quarantined);
        return allocated;
    }

    private async Task<Desk> OpenAsync(string name, int messages)
    {
        var (stores, seed) = GrowthStoreRow.Sqlite(_folder.File(name));
        await (await Desk.OpenAsync(stores)).DisposeAsync();
        await seed.FillAsync(messages);
        return await Desk.OpenAsync(stores);
    }
}
