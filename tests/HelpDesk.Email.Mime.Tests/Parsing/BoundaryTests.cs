namespace HelpDesk.Email.Mime.Tests.Parsing;

/// <summary>Boundaries that are alike, doubled, late or cut off.</summary>
public sealed class BoundaryTests
{
    private static string Mixed(string boundary) => $"Content-Type: multipart/mixed; boundary=\"{boundary}\"";

    private static string Text(params string[] lines)
    {
        var octets = Written.Octets(lines);
        var document = MailReader.Read(octets);
        Written.Exhaust(document);
        Assert.Equal(document.TextBody, Written.Windowed(octets).TextBody);
        return document.ComposeText(html => html).ReplaceLineEndings("|");
    }

    [Fact]
    public void An_inner_boundary_that_an_outer_one_cut_off_goes_on() => Assert.Equal(
        "one|two|three|",
        Text(Mixed("out"), "", "--out", Mixed("in"), "", "--in", "", "one", "--out", "", "two", "--in", "", "three", ""));

    [Fact]
    public void The_late_end_of_a_multipart_that_was_cut_off_is_no_text() => Assert.Equal(
        "one|two",
        Text(Mixed("out"), "", "--out", Mixed("in"), "", "--in", "", "one", "--out", "", "two", "--in--", "--out--", ""));

    [Fact]
    public void A_copy_of_a_message_in_itself_stays_whole()
    {
        string[] original = [Mixed("in"), "", "--in", "", "one"];
        var document = Written.Read([Mixed("out"), "", "--out", .. original, "--out", "Content-Type: message/rfc822", "", .. original, "--in--", "--out--", ""]);
        Assert.Equal("one", document.TextBody);
        var inner = Assert.Single(document.Attachments).EmbeddedMessage();
        Assert.Equal("one", inner!.TextBody);
    }

    [Fact]
    public void A_boundary_that_begins_like_another_is_another()
    {
        Assert.Equal("one|two", Text(Mixed("a"), "", "--a", Mixed("ab"), "", "--ab", "", "one", "--ab--", "--a", "", "two", "--a--"));
        Assert.Equal("one|two", Text(Mixed("ab"), "", "--ab", Mixed("a"), "", "--a", "", "one", "--a--", "--ab", "", "two", "--ab--"));
    }

    [Fact]
    public void A_boundary_may_end_in_hyphens_as_its_end_does() => Assert.Equal(
        "one|two",
        Text(Mixed("a--"), "", "--a--", Mixed("a----"), "", "--a----", "", "one", "--a------", "--a--", "", "two", "--a----"));

    [Fact]
    public void Two_multiparts_of_one_boundary_are_read_as_far_as_they_go() => Assert.Equal(
        "one|two",
        Text(Mixed("a"), "", "--a", Mixed("a"), "", "--a", "", "one", "--a", "", "two", "--a--"));

    [Fact]
    public void A_header_that_a_boundary_cuts_off_has_no_body() => Assert.Equal(
        "one",
        Text(Mixed("a"), "", "--a", "--a", "Content-Type: text/plain", "--a", "", "one", "--a--"));

    [Fact]
    public void A_multipart_without_any_part_is_shown() => Assert.Equal("one|", Text(Mixed("a"), "", "one", ""));

    [Fact]
    public void A_boundary_may_be_very_long()
    {
        var inner = new string('1', 900);
        Assert.Equal("one|two|", Text(Mixed(inner + "2"), "", $"--{inner}2", Mixed(inner), "", $"--{inner}", "", "one", $"--{inner}2", "", "two", ""));
    }

    [Fact]
    public void Text_that_stands_right_under_the_header_is_the_body_if_there_is_no_other()
    {
        Assert.Equal("one|", Text(Mixed("a"), "", "--a", "Content-Type: text/plain", "one", "", "--a--"));
        Assert.Equal("all that was said||", Text("Subject: x", "all that was said", "", ""));
    }

    [Fact]
    public void Rubbish_at_the_end_of_a_header_is_no_body_if_there_is_one() =>
        Assert.Equal("one", Text("Subject: x", "rubbish without a colon", "", "one"));

    [Theory]
    [InlineData("Content-Type: multipart/mixed; boundary=b")]
    [InlineData("Content-Type: multipart/mixed; Boundary=\"b\"; x=y")]
    public void A_multipart_may_begin_right_under_its_header(string type) =>
        Assert.Equal("one|two", Text("Subject: x", type, "--b", "Content-Type: text/plain", "", "one", "--b", "Content-Type: text/plain", "", "two", "--b--"));
}
