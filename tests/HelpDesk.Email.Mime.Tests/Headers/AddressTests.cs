using System.Text;

namespace HelpDesk.Email.Mime.Tests.Headers;

public sealed class AddressTests
{
    private static readonly string[] Ann = ["Ann Example <ann@example.test>"];

    private static string[] Parse(string list) => [.. MailAddresses.Parse(list, 1000).Select(box => box.ToString())];

    [Theory]
    [InlineData("ann@example.test", "ann@example.test")]
    [InlineData("<ann@example.test>", "ann@example.test")]
    [InlineData("ann@example.test (Ann Example)", "Ann Example <ann@example.test>")]
    [InlineData("\"Example, Ann\" <ann@example.test>", "Example, Ann <ann@example.test>")]
    [InlineData("Ann Example ann@example.test", "Ann Example <ann@example.test>")]
    [InlineData("ann @ example . test", "ann@example.test")]
    [InlineData("< ann @ example . test >", "ann@example.test")]
    [InlineData("\"ann\"@example.test", "ann@example.test")]
    [InlineData("\"ann example\"@example.test", "\"ann example\"@example.test")]
    [InlineData("Ann <@relay.test,@other.test:ann@example.test>", "Ann <ann@example.test>")]
    [InlineData("Ann <<ann@example.test>>", "Ann <ann@example.test>")]
    [InlineData("Ann <ann@example.test", "Ann <ann@example.test>")]
    [InlineData("\"Ann <ann@example.test>", "Ann <ann@example.test>")]
    [InlineData("Ann <mailto:ann@example.test>", "Ann <ann@example.test>")]
    [InlineData("ann@[192.0.2.1]", "ann@[192.0.2.1]")]
    [InlineData("ann@[IPv6:2001:db8::1]", "ann@[IPv6:2001:db8::1]")]
    [InlineData("=?utf-8?q?Example=2C_Ann?= <ann@example.test>", "Example, Ann <ann@example.test>")]
    [InlineData("=?utf-8?q?Example,_Ann?= <ann@example.test>", "Example, Ann <ann@example.test>")]
    [InlineData("\"=?utf-8?b?R3LDvMOfZQ==?=\" <ann@example.test>", "Grüße <ann@example.test>")]
    [InlineData("\"ann@example.test\" <eve@example.test>", "ann@example.test <eve@example.test>")]
    [InlineData("\"A \\\"quoted\\\" name\" <ann@example.test>", "A \"quoted\" name <ann@example.test>")]
    [InlineData("Ann (at work) <ann@example.test>", "Ann <ann@example.test>")]
    [InlineData("(just Ann) <ann@example.test>", "just Ann <ann@example.test>")]
    [InlineData("Ann <ann@example.test> (comment)", "Ann <ann@example.test>")]
    public void One_mailbox_is_read_in_the_forms_it_comes_in(string list, string expected) => Assert.Equal([expected], Parse(list));

    [Fact]
    public void A_list_is_split_at_its_commas_only() => Assert.Equal(
        ["One, <1@example.test>", "with, comma <2@example.test>", "Three <3@example.test>"],
        Parse("\"One,\" <1@example.test>, 2@example.test (with, comma),, Three <3@example.test>,"));

    [Fact]
    public void Groups_are_flattened_to_their_members() => Assert.Equal(
        ["a@example.test", "B <b@example.test>", "c@example.test"],
        Parse("Team: a@example.test, B <b@example.test>;, c@example.test"));

    [Fact]
    public void An_empty_group_has_no_members() => Assert.Empty(Parse("undisclosed-recipients:;"));

    [Fact]
    public void A_missing_closing_bracket_does_not_swallow_the_next_mailbox() => Assert.Equal(
        ["A <a@example.test>", "B <b@example.test>"], Parse("A <a@example.test, B <b@example.test>"));

    [Theory]
    [InlineData("The Moderators", "The Moderators")]
    [InlineData("=?utf-8?q?Gr=C3=BC=C3=9Fe?=", "Grüße")]
    [InlineData("<>", "<>")]
    public void What_is_no_address_is_kept_as_a_name(string text, string name)
    {
        var box = Assert.Single(MailAddresses.Parse(text, 10));
        Assert.Null(box.Address);
        Assert.Equal(name, box.Name);
    }

    [Fact]
    public void White_space_inside_a_local_part_never_makes_another_address()
    {
        var box = Assert.Single(MailAddresses.Parse("<ann eve@example.test>", 10));
        Assert.Null(box.Address);
    }

    [Fact]
    public void Controls_survive_in_neither_name_nor_address()
    {
        var boxes = MailAddresses.Parse("=?utf-8?q?A=0D=0ABcc:_x=00?= <a\u0001n\u007fn@exam\u0085ple.test>", 10);
        Assert.Equal(new MailAddressBox("ann@example.test", "A Bcc: x"), Assert.Single(boxes));
    }

    [Fact]
    public void Eight_bit_names_are_read_as_utf8_where_they_are()
    {
        Assert.Equal("Jürgen", MailAddresses.Parse(Encoding.UTF8.GetBytes("Jürgen <j@example.test>"), 10, null)[0].Name);
        Assert.Equal("Jürgen", MailAddresses.Parse(Encoding.Latin1.GetBytes("Jürgen <j@example.test>"), 10, null)[0].Name);
    }

    [Fact]
    public void Several_From_fields_are_all_seen()
    {
        var document = Written.Read("From: Ann Example <ann@example.test>", "From: eve@example.test", "", "text");
        Assert.Equal([.. Ann, "eve@example.test"], document.From.Select(box => box.ToString()));
    }

    [Fact]
    public void Addresses_over_the_limit_are_left_out_and_noted()
    {
        var document = MailReader.Read(
            Written.Octets("To: " + string.Join(", ", Enumerable.Range(0, 20).Select(i => $"a{i}@example.test")), "", ""),
            new MailReadingLimits { MaxAddresses = 5 });
        Assert.Equal(5, document.To.Count);
        Assert.Contains(document.Defects, defect => defect is { Kind: MailDefectKind.LimitExceeded, Description: "too many addresses" });
    }

    [Theory]
    [InlineData("a@example.test,")]
    [InlineData("<")]
    [InlineData("<a,")]
    [InlineData("\"")]
    [InlineData("(")]
    [InlineData("((a)")]
    [InlineData("=?utf-8?q?<")]
    [InlineData("=?a?q?")]
    [InlineData("a:;")]
    [InlineData("[a")]
    [InlineData("\" ")]
    [InlineData("@")]
    [InlineData("a@b ")]
    public void A_flood_of_a_megabyte_takes_no_time(string piece)
    {
        var flood = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        Swiftly.Does(TimeSpan.FromSeconds(5), () => MailAddresses.Parse(flood, int.MaxValue));
    }
}
