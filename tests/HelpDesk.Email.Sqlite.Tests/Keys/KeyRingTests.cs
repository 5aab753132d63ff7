using HelpDesk.Email.Sqlite.Tests.Support;

namespace HelpDesk.Email.Sqlite.Tests.Keys;

public sealed class KeyRingTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_empty_ring_makes_one_key_however_many_ask_at_once()
    {
        var rings = Enumerable.Range(0, 6).Select(_ => _folder.Open().Keys).ToList();

        var keys = await Task.WhenAll(rings.Select(ring => Task.Run(() => ring.GetAsync(StoreFolder.Token).AsTask())));

        var id = Assert.Single(keys.Select(all => all.Current.Id).Distinct());
        Assert.Matches("^[a-z2-7]{2}$", id);
        Assert.Equal(32, keys[0].Current.Secret.Length);
        Assert.All(keys, all => Assert.True(all.Current.Secret.Span.SequenceEqual(keys[0].Current.Secret.Span)));
        Assert.All(keys, all => Assert.Empty(all.Retired));
    }

    [Fact]
    public async Task A_key_that_another_process_made_is_seen_after_a_minute_and_the_old_one_still_verifies()
    {
        var ring = _folder.Open().Keys;
        var before = await ring.GetAsync(StoreFolder.Token);
        using (var connection = _folder.Connect())
        {
            connection.Execute("UPDATE signing_key SET retired_at = 1; INSERT INTO signing_key (id, secret, created_at) VALUES ('zz', randomblob(32), 2)");
        }

        Assert.Same(before, await ring.GetAsync(StoreFolder.Token));
        _folder.Clock.Advance(TimeSpan.FromMinutes(1));
        var after = await ring.GetAsync(StoreFolder.Token);

        Assert.Equal("zz", after.Current.Id);
        Assert.Equal(before.Current.Id, after.Retired.Single().Id);
        Assert.NotNull(after.Find(before.Current.Id));
    }
}
