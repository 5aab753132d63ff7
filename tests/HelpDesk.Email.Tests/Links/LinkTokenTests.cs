using System.Text;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Links;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Tokens;

namespace HelpDesk.Email.Tests.Links;

/// <summary>Nobody guesses the token of a link, and nobody makes one out of another.</summary>
public sealed class LinkTokenTests : IDisposable
{
    private static readonly LinkPurpose[] Purposes = Enum.GetValues<LinkPurpose>();
    private readonly LinkWorld _world = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task A_token_tells_person_ticket_and_times()
    {
        var text = await _world.SignAsync(LinkPurpose.View);

        var link = await _world.Tokens.VerifyAsync(LinkPurpose.View, text, Token);

        Assert.Equal(LinkWorld.Number, link!.Ticket);
        Assert.Equal(LinkWorld.Ann, link.Address);
        Assert.Equal(_world.Time.GetUtcNow(), link.IssuedAt);
        Assert.Equal(_world.Time.GetUtcNow().AddDays(3), link.ExpiresAt);
        Assert.Equal(link, await _world.Tokens.VerifyAsync(LinkPurpose.View, text, Token));
    }

    [Fact]
    public async Task A_token_with_any_bit_of_it_flipped_is_forged()
    {
        var text = await _world.SignAsync(LinkPurpose.Autologin);
        var octets = Encoding.ASCII.GetBytes(text);
        for (var bit = 0; bit < octets.Length * 8; bit++)
        {
            var changed = (byte[])octets.Clone();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Equal(LinkStatus.Forged, await _world.StatusAsync(LinkPurpose.Autologin, Encoding.Latin1.GetString(changed)));
        }

        Assert.Equal(LinkStatus.Valid, await _world.StatusAsync(LinkPurpose.Autologin, text));
    }

    [Fact]
    public async Task A_token_that_is_cut_lengthened_or_in_capitals_is_forged()
    {
        var text = await _world.SignAsync(LinkPurpose.Autologin);
        for (var i = 0; i < text.Length; i++)
        {
            Assert.Equal(LinkStatus.Forged, await _world.StatusAsync(LinkPurpose.Autologin, text[..i]));
            Assert.Equal(LinkStatus.Forged, await _world.StatusAsync(LinkPurpose.Autologin, text.Remove(i, 1)));
            Assert.Equal(LinkStatus.Forged, await _world.StatusAsync(LinkPurpose.Autologin, text.Insert(i, "a")));
        }

        foreach (var changed in new[] { $"{text}a", $"{text} ", $"{text}.", text.ToUpperInvariant(), "", "..", "...", new string('a', 100_000) })
        {
            Assert.Equal(LinkStatus.Forged, await _world.StatusAsync(LinkPurpose.Autologin, changed));
        }
    }

    [Fact]
    public async Task A_token_is_worth_nothing_for_another_purpose()
    {
        foreach (var made in Purposes)
        {
            var text = await _world.SignAsync(made);
            foreach (var used in Purposes)
            {
                Assert.Equal(used == made ? LinkStatus.Valid : LinkStatus.Forged, await _world.StatusAsync(used, text));
            }
        }
    }

    [Fact]
    public async Task A_payload_of_another_person_or_ticket_does_not_fit_the_signature()
    {
        var mine = (await _world.SignAsync(LinkPurpose.Autologin)).Split('.');
        var others = (await _world.SignAsync(LinkPurpose.Autologin, LinkWorld.Sam)).Split('.');
        var tickets = (await _world.SignAsync(LinkPurpose.Autologin, ticket: "ACME-1002")).Split('.');
        var later = (await _world.SignAsync(LinkPurpose.Autologin, validity: TimeSpan.FromDays(9))).Split('.');

        foreach (var payload in new[] { others[1], tickets[1], later[1] })
        {
            Assert.Equal(LinkStatus.Forged, await _world.StatusAsync(LinkPurpose.Autologin, $"{mine[0]}.{payload}.{mine[2]}"));
        }
    }

    [Fact]
    public async Task Number_and_address_can_not_be_shifted_into_each_other()
    {
        var one = await _world.SignAsync(LinkPurpose.View, EmailAddress.Create("2ann@example.test"), "1");
        var other = await _world.SignAsync(LinkPurpose.View, EmailAddress.Create("ann@example.test"), "12");

        Assert.NotEqual(one.Split('.')[1], other.Split('.')[1]);
        Assert.Equal("1", (await _world.Tokens.VerifyAsync(LinkPurpose.View, one, Token))!.Ticket);
        Assert.Equal("12", (await _world.Tokens.VerifyAsync(LinkPurpose.View, other, Token))!.Ticket);
    }

    [Fact]
    public async Task A_retired_key_is_still_good_and_an_unknown_one_is_not()
    {
        var old = new SigningKey("aa", new byte[32]);
        var fresh = new SigningKey("bb", Enumerable.Repeat((byte)7, 32).ToArray());
        using var before = new LinkWorld(new SigningKeys(old, []));
        using var after = new LinkWorld(new SigningKeys(fresh, [old]));
        using var later = new LinkWorld(new SigningKeys(fresh, []));
        var text = await before.SignAsync(LinkPurpose.Autologin);

        Assert.Equal(LinkStatus.Valid, await after.StatusAsync(LinkPurpose.Autologin, text));
        Assert.Equal(LinkStatus.Forged, await later.StatusAsync(LinkPurpose.Autologin, text));
        Assert.Equal(LinkStatus.Forged, await after.StatusAsync(LinkPurpose.Autologin, $"bb{text[2..]}"));
    }

    [Fact]
    public async Task A_token_of_a_reply_address_or_a_message_id_is_no_link()
    {
        var tokens = new TicketTokens(_world.Ring);
        foreach (var purpose in Enum.GetValues<TokenPurpose>())
        {
            var text = await tokens.SignAsync(purpose, LinkWorld.Number, LinkWorld.Ann, "", Token);
            Assert.All(await Task.WhenAll(Purposes.Select(used => _world.StatusAsync(used, text))), status => Assert.Equal(LinkStatus.Forged, status));
        }
    }

    [Fact]
    public async Task CVE_2017_18486_two_keys_give_two_tokens_and_nothing_in_one_can_be_counted_up()
    {
        using var other = new LinkWorld();
        var (mine, theirs) = (await _world.SignAsync(LinkPurpose.Autologin), await other.SignAsync(LinkPurpose.Autologin));

        Assert.NotEqual(mine.Split('.')[2], theirs.Split('.')[2]);
        Assert.Equal(LinkStatus.Forged, await _world.StatusAsync(LinkPurpose.Autologin, theirs));
    }
}
