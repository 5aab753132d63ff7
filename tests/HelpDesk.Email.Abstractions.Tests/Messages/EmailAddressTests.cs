using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Abstractions.Tests.Messages;

public sealed class EmailAddressTests
{
    [Fact]
    public void An_address_is_taken_apart_at_its_last_at_sign()
    {
        var address = EmailAddress.Create("\"a@b\"@Example.TEST");
        Assert.Equal("\"a@b\"", address.LocalPart);
        Assert.Equal("example.test", address.Domain);
        Assert.Equal("\"a@b\"@Example.TEST", address.Address);
        Assert.Equal("\"a@b\"@example.test", address.Key);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("@")]
    [InlineData("ann")]
    [InlineData("@example.test")]
    [InlineData("ann@")]
    [InlineData("ann b@example.test")]
    [InlineData("ann@example.test ")]
    [InlineData("<ann@example.test>")]
    [InlineData("ann@example.test\r\nRCPT TO:<eve@example.test>")]
    [InlineData("ann\n@example.test")]
    [InlineData("ann\0@example.test")]
    [InlineData("ann\u007f@example.test")]
    [InlineData("ann\u0085@example.test")]
    [InlineData("ann\u2028@example.test")]
    [InlineData("ann@exam\u2029ple.test")]
    [InlineData("ann@example\t.test")]
    public void What_can_not_stand_in_an_smtp_command_is_no_address(string? address)
    {
        Assert.False(EmailAddress.TryCreate(address, null, out var made));
        Assert.Null(made);
    }

    [Theory]
    [InlineData("ann@example.test")]
    [InlineData("ann+tag@localhost")]
    [InlineData("jürgen@bücher.test")]
    [InlineData("o'hara!#$%&'*+/=?^_`{|}~-@example.test")]
    public void What_can_stand_there_is_one(string address) => Assert.Equal(address, EmailAddress.Create(address).ToString());

    [Fact]
    public void An_address_of_more_than_320_characters_is_refused()
    {
        const string domain = "@example.test";
        Assert.True(EmailAddress.TryCreate(new string('a', 320 - domain.Length) + domain, null, out _));
        Assert.False(EmailAddress.TryCreate(new string('a', 321 - domain.Length) + domain, null, out _));
    }

    [Fact]
    public void A_refusal_shows_the_address_without_its_control_characters()
    {
        var refusal = Assert.Throws<ArgumentException>(() => EmailAddress.Create("a\r\nb"));
        Assert.Contains("'a  b'", refusal.Message);
        Assert.DoesNotContain('\n', refusal.Message.Split(" (Parameter")[0]);
    }

    [Theory]
    [InlineData("Ann Example", "Ann Example")]
    [InlineData("  Ann  ", "Ann")]
    [InlineData("Ann\r\nBcc: eve@example.test", "Ann  Bcc: eve@example.test")]
    [InlineData("Ann\u2028\u2029\0Example", "Ann   Example")]
    [InlineData("", null)]
    [InlineData(" \r\n ", null)]
    [InlineData(null, null)]
    public void A_name_loses_what_could_end_its_line(string? name, string? kept) =>
        Assert.Equal(kept, EmailAddress.Create("ann@example.test", name).Name);

    [Fact]
    public void Two_addresses_are_equal_whatever_their_case_and_names()
    {
        var one = EmailAddress.Create("Ann@Example.test", "Ann");
        var other = EmailAddress.Create("ann@example.TEST", "Somebody");
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.True(one.Equals((object)other));
        Assert.False(one.Equals((object?)null));
        Assert.NotEqual(one, EmailAddress.Create("bob@example.test", "Ann"));
        Assert.Single(new HashSet<EmailAddress> { one, other });
    }
}
