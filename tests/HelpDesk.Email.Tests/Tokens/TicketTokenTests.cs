using HelpDesk.Email.Configuration;
using HelpDesk.Email.InMemory;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Tokens;

namespace HelpDesk.Email.Tests.Tokens;

public sealed class TicketTokenTests
{
    private static readonly EmailAddress Ann = EmailAddress.Create("ann@example.test");
    private readonly TicketTokens _tokens = new(new InMemoryKeyRing());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_tells_its_ticket_and_whom_it_was_made_for()
    {
        var text = await _tokens.SignAsync(TokenPurpose.ReplyAddress, "INC-0042", Ann, "", Token);

        var token = await _tokens.VerifyAsync(TokenPurpose.ReplyAddress, text, "", Token);

        Assert.Equal("INC-0042", token!.Ticket);
        Assert.True(await _tokens.IsForAsync(token, EmailAddress.Create("ANN@example.test"), Token));
        Assert.False(await _tokens.IsForAsync(token, EmailAddress.Create("bob@example.test"), Token));
    }

    [Fact]
    public async Task A_token_is_worth_nothing_for_another_purpose_or_nonce()
    {
        var text = await _tokens.SignAsync(TokenPurpose.ReplyAddress, "1000", Ann, "n", Token);

        Assert.Null(await _tokens.VerifyAsync(TokenPurpose.MessageId, text, "n", Token));
        Assert.Null(await _tokens.VerifyAsync(TokenPurpose.ReplyAddress, text, "m", Token));
        Assert.NotNull(await _tokens.VerifyAsync(TokenPurpose.ReplyAddress, text, "n", Token));
    }

    [Fact]
    public async Task CVE_2026_47123_a_token_that_is_changed_anywhere_cut_or_lengthened_does_not_verify()
    {
        var text = await _tokens.SignAsync(TokenPurpose.ReplyAddress, "1000", Ann, "", Token);

        for (var i = 0; i < text.Length; i++)
        {
            foreach (var c in "a2.Z ")
            {
                var changed = text[..i] + c + text[(i + 1)..];
                if (changed != text)
                {
                    Assert.Null(await _tokens.VerifyAsync(TokenPurpose.ReplyAddress, changed, "", Token));
                }
            }

            Assert.Null(await _tokens.VerifyAsync(TokenPurpose.ReplyAddress, text[..i], "", Token));
            Assert.Null(await _tokens.VerifyAsync(TokenPurpose.ReplyAddress, text.Remove(i, 1), "", Token));
        }

        Assert.Null(await _tokens.VerifyAsync(TokenPurpose.ReplyAddress, text + " ", "", Token));
        Assert.Null(await _tokens.VerifyAsync(TokenPurpose.ReplyAddress, text + "a", "", Token));
        Assert.Null(await _tokens.VerifyAsync(TokenPurpose.ReplyAddress, text.ToUpperInvariant(), "", Token));
    }

    [Theory]
    [InlineData("")]
    [InlineData("...")]
    [InlineData("aa...")]
    [InlineData("aa.ge.aaaaaaaa.aaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task CVE_2026_53595_an_empty_or_guessed_token_matches_nothing(string text) =>
        Assert.Null(await _tokens.VerifyAsync(TokenPurpose.ReplyAddress, text, "", Token));

    [Fact]
    public async Task A_retired_key_still_verifies_and_an_unknown_one_does_not()
    {
        var old = new SigningKey("aa", new byte[32]);
        var fresh = new SigningKey("bb", Enumerable.Repeat((byte)7, 32).ToArray());
        var text = await new TicketTokens(new FixedRing(new SigningKeys(old, []))).SignAsync(TokenPurpose.Loop, "1000", Ann, "", Token);

        Assert.NotNull(await new TicketTokens(new FixedRing(new SigningKeys(fresh, [old]))).VerifyAsync(TokenPurpose.Loop, text, "", Token));
        Assert.Null(await new TicketTokens(new FixedRing(new SigningKeys(fresh, []))).VerifyAsync(TokenPurpose.Loop, text, "", Token));
    }

    [Fact]
    public async Task A_reply_address_survives_a_relay_that_changes_its_case_and_stays_within_64_octets()
    {
        var addresses = new SignedReplyAddresses(_tokens);
        var address = await addresses.CreateAsync(EmailAddress.Create("support@helpdesk.test"), "1000", Ann, Token);

        Assert.NotNull(address);
        Assert.True(address.IndexOf('@', StringComparison.Ordinal) <= 64);
        Assert.Equal("1000", (await addresses.VerifyAsync(address.ToUpperInvariant(), Token))!.Ticket);
        Assert.Null(await addresses.CreateAsync(EmailAddress.Create("support@helpdesk.test"), "A-VERY-LONG-NUMBER-1000", Ann, Token));
    }

    private sealed class FixedRing(SigningKeys keys) : IKeyRing
    {
        public ValueTask<SigningKeys> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult(keys);
    }
}
