using HelpDesk.Email.Configuration;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Tokens;

namespace HelpDesk.Email.Tests.Tokens;

/// <summary>Nobody guesses a token, and nobody makes one out of another.</summary>
public sealed class TokenForgeryTests
{
    private static readonly EmailAddress Ann = EmailAddress.Create("ann@example.test");
    private static readonly SigningKey Key = new("aa", Enumerable.Range(0, 32).Select(i => (byte)i).ToArray());
    private static readonly SigningKey NextKey = new("bb", Enumerable.Range(0, 32).Select(i => (byte)(i * 3)).ToArray());

    private readonly TicketTokens _tokens = With(Key);

    // The key of somebody who only knows what ours is called.
    private readonly TicketTokens _others = With(new SigningKey("aa", new byte[32]));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // A million in the long run.
    private static int Count => Environment.GetEnvironmentVariable("HELPDESK_EMAIL_LONG") == "1" ? 1_000_000 : 50_000;

    [Fact]
    [Trait("Feature", "BE-04")]
    public async Task No_token_that_was_guessed_or_changed_is_accepted_in_any_place()
    {
        var genuine = await _tokens.SignAsync(TokenPurpose.ReplyAddress, "1234", Ann, string.Empty, Token);
        var addresses = new SignedReplyAddresses(_tokens);
        var messageIds = new SignedMessageIds(_tokens);
        var messageId = await messageIds.CreateAsync("1234", Ann, "desk.test", Token);
        var nonce = messageId[4..20];
        var inId = messageId[21..messageId.IndexOf('@', StringComparison.Ordinal)];
        var forger = new TokenForger(genuine, _others, seed: 20261121);
        var idForger = new TokenForger(inId, _others, seed: 20261122);
        var tried = 0;
        for (var i = 0; i < Count; i += 2)
        {
            var token = await forger.ForgeAsync(i / 2, Token);
            if (token != genuine)
            {
                tried++;
                Assert.Null(await _tokens.VerifyAsync(TokenPurpose.ReplyAddress, token, string.Empty, Token));
            }

            // Servers change the case of addresses, so that case alone makes no other token there.
            if (!token.Equals(genuine, StringComparison.OrdinalIgnoreCase))
            {
                Assert.Null(await addresses.VerifyAsync($"support+{token}@desk.test", Token));
            }

            token = await idForger.ForgeAsync(i / 2, Token);
            if (token != inId)
            {
                tried++;
                Assert.Null(await messageIds.VerifyAsync($"<hd.{nonce}.{token}@desk.test>", Token));
            }
        }

        Assert.True(tried > Count * 0.9);
        Assert.Equal("1234", (await addresses.VerifyAsync($"support+{genuine}@desk.test", Token))!.Ticket);
        Assert.Equal("1234", (await messageIds.VerifyAsync(messageId, Token))!.Ticket);
    }

    [Fact]
    [Trait("Feature", "BE-04")]
    public async Task A_true_token_in_another_place_is_worth_nothing()
    {
        foreach (var made in Enum.GetValues<TokenPurpose>())
        {
            var token = await _tokens.SignAsync(made, "1234", Ann, "abcdefghijklmnop", Token);
            foreach (var used in Enum.GetValues<TokenPurpose>())
            {
                var verified = await _tokens.VerifyAsync(used, token, "abcdefghijklmnop", Token);
                Assert.Equal(made == used, verified is not null);
                Assert.Null(await _tokens.VerifyAsync(used, token, string.Empty, Token));
                Assert.Null(await _tokens.VerifyAsync(used, token, "abcdefghijklmnoq", Token));
            }
        }
    }

    [Fact]
    public async Task Case_counts_in_a_Message_ID_and_not_in_a_reply_address()
    {
        var messageIds = new SignedMessageIds(_tokens);
        var addresses = new SignedReplyAddresses(_tokens);
        var id = await messageIds.CreateAsync("1234", Ann, "desk.test", Token);
        var address = await addresses.CreateAsync(EmailAddress.Create("support@desk.test"), "1234", Ann, Token);

        for (var i = 4; i < id.IndexOf('@', StringComparison.Ordinal); i++)
        {
            if (char.IsAsciiLetterLower(id[i]))
            {
                Assert.Null(await messageIds.VerifyAsync(id[..i] + char.ToUpperInvariant(id[i]) + id[(i + 1)..], Token));
            }
        }

        // By design: the alphabet has one case, so that a relay that changes it takes nothing away.
        Assert.NotNull(await addresses.VerifyAsync(address!.ToUpperInvariant(), Token));
    }

    [Fact]
    [Trait("Feature", "BE-04")]
    public async Task Old_mails_work_after_a_change_of_keys_until_the_old_key_leaves_the_ring()
    {
        var before = new SignedMessageIds(_tokens);
        var id = await before.CreateAsync("1234", Ann, "desk.test", Token);
        var address = await new SignedReplyAddresses(_tokens).CreateAsync(EmailAddress.Create("support@desk.test"), "1234", Ann, Token);

        var rotated = With(NextKey, Key);
        var token = await new SignedMessageIds(rotated).VerifyAsync(id, Token);
        Assert.Equal("1234", token!.Ticket);
        Assert.True(await rotated.IsForAsync(token, Ann, Token));
        Assert.NotNull(await new SignedReplyAddresses(rotated).VerifyAsync(address!, Token));
        Assert.StartsWith("bb.", await rotated.SignAsync(TokenPurpose.MessageId, "1234", Ann, "n", Token), StringComparison.Ordinal);

        var gone = With(NextKey);
        Assert.Null(await new SignedMessageIds(gone).VerifyAsync(id, Token));
        Assert.Null(await new SignedReplyAddresses(gone).VerifyAsync(address!, Token));
    }

    private static TicketTokens With(SigningKey current, params SigningKey[] retired) => new(new FixedKeys(new SigningKeys(current, retired)));

    private sealed class FixedKeys(SigningKeys keys) : IKeyRing
    {
        public ValueTask<SigningKeys> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult(keys);
    }
}
