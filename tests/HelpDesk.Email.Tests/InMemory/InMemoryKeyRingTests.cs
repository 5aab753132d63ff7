using HelpDesk.Email.Configuration;
using HelpDesk.Email.InMemory;

namespace HelpDesk.Email.Tests.InMemory;

public sealed class InMemoryKeyRingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_ring_has_a_random_key_of_its_own()
    {
        var ring = new InMemoryKeyRing();
        var key = (await ring.GetAsync(Cancellation)).Current;
        Assert.Matches("^[a-z2-7]{2}$", key.Id);
        Assert.Equal(32, key.Secret.Length);
        Assert.Same(key, (await ring.GetAsync(Cancellation)).Current);
        var other = (await new InMemoryKeyRing().GetAsync(Cancellation)).Current;
        Assert.False(key.Secret.Span.SequenceEqual(other.Secret.Span));
    }

    [Fact]
    public async Task A_ring_can_be_made_of_known_keys()
    {
        var keys = new SigningKeys(new SigningKey("aa", new byte[32]), [new SigningKey("bb", new byte[32])]);
        Assert.Same(keys, await new InMemoryKeyRing(keys).GetAsync(Cancellation));
    }
}
