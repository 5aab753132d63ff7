using System.Text;
using HelpDesk.Email.Protocols.Wire;

namespace HelpDesk.Email.Protocols.Tests.Wire;

public sealed class DotDecoderTests
{
    [Fact]
    public void Every_short_text_is_read_as_the_rule_says_however_it_is_cut()
    {
        foreach (var text in AllTexts("\r\n.a", upTo: 7))
        {
            var (expected, rest) = ByTheRule(text);
            for (var cut = 0; cut <= text.Length; cut++)
            {
                Assert.Equal((expected, rest), Decode(text, cut));
            }
        }
    }

    [Theory]
    [InlineData("a\r\n.\r\nrest", "a\r\n", "rest")]
    [InlineData(".\r\n", "", "")]
    [InlineData("..\r\n.\r\n", ".\r\n", "")]
    [InlineData("\r\r\n.\r\n", "\r\r\n", "")]
    [InlineData("a\n.\n\r\n.\r\n", "a\n.\n\r\n", "")]
    [InlineData("a\n.\r\n\r\n.\r\n", "a\n.\r\n\r\n", "")]
    [InlineData("a\r.\r\r\n.\r\n", "a\r.\r\r\n", "")]
    [InlineData("a\r\n.\n\r\n.\r\n", "a\r\n\n\r\n", "")]
    [InlineData("a\r\n.\rb\r\n.\r\n", "a\r\n\rb\r\n", "")]
    [InlineData("a\r\n\0.\r\n\r\n.\r\n", "a\r\n\0.\r\n\r\n", "")]
    public void Only_a_dot_between_two_real_line_ends_ends_a_mail(string wire, string mail, string rest) =>
        Assert.Equal((mail, rest), Decode(wire, wire.Length));

    private static IEnumerable<string> AllTexts(string alphabet, int upTo)
    {
        IEnumerable<string> texts = [string.Empty];
        for (var length = 0; length <= upTo; length++)
        {
            foreach (var text in texts)
            {
                // With an end after it, so that each text has one.
                yield return text + "\r\n.\r\n!";
            }

            texts = texts.SelectMany(text => alphabet.Select(c => text + c));
        }
    }

    /// <summary>RFC 5321 section 4.5.2 word for word.</summary>
    private static (string Mail, string After) ByTheRule(string wire)
    {
        var lines = "\r\n" + wire;
        var end = lines.IndexOf("\r\n.\r\n", StringComparison.Ordinal);
        var mail = lines[..(end + 2)].Replace("\r\n.", "\r\n", StringComparison.Ordinal);
        return (mail[2..], lines[(end + 5)..]);
    }

    private static (string Mail, string After) Decode(string wire, int cut)
    {
        var decoder = new DotDecoder();
        var mail = new StringBuilder();
        var octets = Encoding.Latin1.GetBytes(wire);
        var at = 0;
        foreach (var end in (int[])[cut, octets.Length])
        {
            var output = new byte[end - at + 1];
            var ended = decoder.Decode(octets.AsSpan(at, end - at), output, out var consumed, out var written);
            mail.Append(Encoding.Latin1.GetString(output, 0, written));
            at += consumed;
            if (ended)
            {
                break;
            }
        }

        return (mail.ToString(), wire[at..]);
    }
}
