using HelpDesk.Email.InMemory;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Tests.InMemory;

public sealed class InMemoryMailStoreTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void It_does_not_claim_to_be_durable()
    {
        using var store = new InMemoryMailStore(TimeProvider.System);
        Assert.False(store.IsDurable);
    }

    [Fact]
    public async Task Octets_are_held_once_for_all_rows_that_share_them()
    {
        using var store = new InMemoryMailStore(Noon.Clock());
        var octets = new byte[5_000];
        var results = await store.Journal.AppendAsync([Row("1", octets), Row("2", octets)], Cancellation);
        var first = await store.Journal.OpenContentAsync(results[0].Id, Cancellation);
        var second = await store.Journal.OpenContentAsync(results[1].Id, Cancellation);
        Assert.True(first!.TryGetMemory(out var one));
        Assert.True(second!.TryGetMemory(out var other));
        Assert.True(one.Span == other.Span);
    }

    [Fact]
    public async Task Large_octets_stand_outside_memory_and_go_with_the_store()
    {
        MailContent content;
        using (var store = new InMemoryMailStore(Noon.Clock()))
        {
            var results = await store.Journal.AppendAsync([Row("1", new byte[2_000_000])], Cancellation);
            content = (await store.Journal.OpenContentAsync(results[0].Id, Cancellation))!;
            Assert.False(content.TryGetMemory(out _));
            await using var stream = content.OpenRead();
            Assert.Equal(2_000_000, stream.Length);
        }

        Assert.Throws<FileNotFoundException>(content.OpenRead);
    }

    [Fact]
    public async Task A_crash_frees_names_and_leaves_claims()
    {
        using var store = new InMemoryMailStore(Noon.Clock());
        var dead = await store.JoinAsync("one", Cancellation);
        await store.Journal.AppendAsync([Row("1", [1])], Cancellation);
        Assert.Single(await store.Queue.ClaimAsync("one", 10, TimeSpan.FromMinutes(1), Cancellation));
        store.ForgetNodes();
        await using var living = await store.JoinAsync("two", Cancellation);
        Assert.Empty(await store.Queue.ClaimAsync("two", 10, TimeSpan.FromMinutes(1), Cancellation));

        await using var back = await store.JoinAsync("one", Cancellation);
        Assert.Equal("one", back.Name);
        await dead.DisposeAsync();
        await using var third = await store.JoinAsync("one", Cancellation);
        Assert.Equal("one-2", third.Name);
    }

    [Fact]
    public async Task A_process_without_a_name_can_not_join()
    {
        using var store = new InMemoryMailStore(TimeProvider.System);
        await Assert.ThrowsAsync<ArgumentException>(() => store.JoinAsync(" ", Cancellation).AsTask());
    }

    private static NewJournalEntry Row(string receipt, byte[] octets) =>
        new("support", receipt, MailContent.FromOctets(octets), new MailFacts($"<{receipt}@sender.example>"))
        {
            OperationId = Guid.NewGuid(),
            ReceivedAt = new DateTimeOffset(2026, 3, 5, 12, 0, 0, TimeSpan.Zero),
        };
}
