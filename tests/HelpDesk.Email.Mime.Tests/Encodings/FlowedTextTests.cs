namespace HelpDesk.Email.Mime.Tests.Encodings;

public sealed class FlowedTextTests
{
    private static string? Flowed(string delsp, params string[] lines) =>
        Written.Read(["Content-Type: text/plain; format=flowed" + delsp, "", .. lines]).TextBody;

    [Fact]
    public void Lines_that_end_in_a_space_are_joined() => Assert.Equal("one two three\nfour", Flowed("", "one ", "two ", "three", "four"));

    [Fact]
    public void With_DelSp_the_space_goes() => Assert.Equal("onetwo\nfour", Flowed("; delsp=yes", "one ", "two", "four"));

    [Fact]
    public void Stuffing_is_taken_off() => Assert.Equal("From here\n> no quote\n indented", Flowed("", " From here", " > no quote", "  indented"));

    [Fact]
    public void Quotations_are_joined_at_their_own_depth() =>
        Assert.Equal("> one two\n>> deeper \n> back", Flowed("", "> one ", "> two", ">> deeper ", "> back"));

    [Fact]
    public void The_mark_of_a_signature_joins_nothing() => Assert.Equal("text \n-- \nAnn", Flowed("", "text ", "-- ", "Ann"));

    [Fact]
    public void An_attached_text_is_left_as_it_is() =>
        Assert.Equal("one \ntwo", Written.Read("Content-Type: text/plain; format=flowed; name=a.txt", "Content-Disposition: attachment", "", "one ", "two").Attachments[0].ReadText());
}
