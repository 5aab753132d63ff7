using System.Text;
using HelpDesk.Email.Benchmarks.Generating;

namespace HelpDesk.Email.Benchmarks.Tests.Desks;

public class HeaderEditTests
{
    [Fact]
    public void Fields_of_the_header_are_changed_and_the_body_is_not() =>
        Assert.Equal(
            "From: b\r\nTo: c\r\n\r\nFrom: a\r\n",
            Encoding.ASCII.GetString(HeaderEdit.With("From: a\r\nTo: c\r\n\r\nFrom: a\r\n"u8.ToArray(), ("From", "b"))));
}
