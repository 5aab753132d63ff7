using HelpDesk.Email.Protocols.Imap.Model;
using HelpDesk.Email.Protocols.Imap.Reading;
using HelpDesk.Email.Protocols.Imap.Writing;

namespace HelpDesk.Email.Protocols.Tests.Imap;

public sealed class ModelTests
{
    [Theory]
    [InlineData("INBOX", "INBOX")]
    [InlineData("Entwürfe", "Entw&APw-rfe")]
    [InlineData("A&B", "A&-B")]
    [InlineData("台北/日本語", "&U,BTFw-/&ZeVnLIqe-")]
    [InlineData("~peter/mail/😀", "~peter/mail/&2D3eAA-")]
    public void Names_of_folders_go_over_the_wire_and_back(string name, string wire)
    {
        Assert.Equal(wire, ModifiedUtf7.Encode(name));
        Assert.Equal(name, ModifiedUtf7.Decode(wire));
    }

    [Theory]
    [InlineData("A&B")]
    [InlineData("A&B-")]
    [InlineData("&AGE-")]
    [InlineData("&!!!-")]
    [InlineData("&")]
    [InlineData("Café")]
    public void A_name_that_is_not_well_formed_stays_as_it_came(string wire) => Assert.Equal(wire, ModifiedUtf7.Decode(wire));

    [Fact]
    public void Sets_of_UIDs_are_written_short()
    {
        Assert.Equal("1:3,5,7:8", ImapUidSet.Of(8, 7, 1, 2, 3, 5, 5).ToString());
        Assert.Equal("9:*", ImapUidSet.From(9).ToString());
        Assert.Equal("4294967294:4294967295", ImapUidSet.Of(uint.MaxValue, uint.MaxValue - 1).ToString());
        Assert.True(ImapUidSet.Of(1, 3, 9).Contains(3));
        Assert.False(ImapUidSet.Of(1, 3, 9).Contains(2));
        Assert.True(ImapUidSet.From(9).Contains(uint.MaxValue));
        Assert.Equal(5, ImapUidSet.Range(3, 7).Count);
        Assert.True(ImapUidSet.Of().IsEmpty);
        Assert.Throws<ArgumentOutOfRangeException>(() => ImapUidSet.Of(0));
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("9223372036854775807", true)]
    [InlineData("9223372036854775808", false)]
    [InlineData("00000000000000000000000000000000000001", true)]
    [InlineData("-1", false)]
    [InlineData("+1", false)]
    [InlineData("1.0", false)]
    [InlineData("1e3", false)]
    [InlineData("٣", false)]
    [InlineData("", false)]
    public void Numbers_are_digits_up_to_the_largest_one(string text, bool isNumber) =>
        Assert.Equal(isNumber, ImapNumber.TryParse(System.Text.Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public async Task Names_are_UTF8_where_the_server_switched_it_on()
    {
        await using var trial = await ImapTrial.ConnectAsync("""
            S: * PREAUTH [CAPABILITY IMAP4rev1 ENABLE UTF8=ACCEPT LITERAL+] in
            C: {tag} ENABLE UTF8=ACCEPT
            S: * ENABLED UTF8=ACCEPT
            S: {tag} OK done
            C: {tag} CREATE {6+}
            C~ A&\xC3\xA9-x
            C:
            S: {tag} OK done
            C: {tag} LIST "" "*"
            S: * LIST () "/" "A&é-x"
            S: {tag} OK done
            """);
        Assert.True(await trial.Client.EnableAsync("UTF8=ACCEPT", CancellationToken.None));
        await trial.Client.CreateAsync("A&é-x", CancellationToken.None);
        Assert.Equal("A&é-x", (await trial.Client.ListAsync("*", CancellationToken.None))[0].Name);
    }
}
