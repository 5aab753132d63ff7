using HelpDesk.Email.Identity;

namespace HelpDesk.Email.Tests.Identity;

public sealed class WrittenAddressTests
{
    [Theory]
    [InlineData("Bob <bob@example.test>", "bob@example.test", "Bob")]
    [InlineData("\"Bob, Sales\" <bob@example.test>", "bob@example.test", "Bob, Sales")]
    [InlineData("Bob [mailto:bob@example.test]", "bob@example.test", "Bob")]
    [InlineData("Bob (bob@example.test)", "bob@example.test", "Bob")]
    [InlineData("bob@example.test", "bob@example.test", null)]
    [InlineData("bob@example.test <mailto:bob@example.test>", "bob@example.test", null)]
    [InlineData("boss@desk.test <bob@example.test>", "bob@example.test", null)]
    [InlineData("Bob Example bob@example.test;", "bob@example.test", null)]
    [InlineData("Bob <bob@example.test> (on his way)", "bob@example.test", "Bob")]
    [InlineData("Bob Example", null, null)]
    [InlineData("Bob @ home", null, null)]
    [InlineData("", null, null)]
    public void An_address_is_read_as_people_see_it(string written, string? address, string? name)
    {
        var read = WrittenAddress.Read(written);

        Assert.Equal(address, read?.Address);
        Assert.Equal(name, read?.Name);
    }
}
