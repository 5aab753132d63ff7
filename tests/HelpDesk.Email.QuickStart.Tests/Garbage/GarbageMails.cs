using System.Globalization;
using System.Text;

namespace HelpDesk.Email.QuickStart.Tests.Garbage;

/// <summary>Octets that no mail program would send, each by its name.</summary>
internal static class GarbageMails
{
    private const string Head = "From: garbage@example.test\r\nTo: support@helpdesk.test\r\nSubject: ";

    private static readonly Dictionary<string, Func<byte[]>> Makers = new()
    {
        ["an empty mail"] = () => [],
        ["an empty line"] = () => [.. "\r\n"u8],
        ["a lone CR"] = () => [.. "\r"u8],
        ["CRs in the header and the text"] = () => Ascii($"{Head}lone\rCR\r\n\r\nfirst\rsecond\r\rthird\r\n"),
        ["line feeds alone"] = () => Ascii($"{Head}LF\r\n\r\none\r\ntwo\r\n".Replace("\r\n", "\n", StringComparison.Ordinal)),
        ["zeros"] = () => new byte[100_000],
        ["random bytes"] = () => RandomOctets(200_000),
        ["random bytes below a header"] = () => [.. Ascii($"{Head}random\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n"), .. RandomOctets(200_000)],
        ["no From"] = () => Ascii("To: support@helpdesk.test\r\nSubject: Who am I?\r\n\r\nGuess.\r\n"),
        ["rubbish in From"] = () => Ascii("From: <<>>,,\"\\\r\nSubject: Who am I?\r\n\r\nGuess.\r\n"),
        ["10,000 nested multiparts"] = () => Nested(10_000),
        ["10,000 nested messages"] = () => Ascii($"{Head}nested messages\r\n{Repeat(10_000, _ => "Content-Type: message/rfc822\r\n\r\n")}\r\nText.\r\n"),
        ["10,000 parts"] = () => Ascii($"{Head}parts\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n{Repeat(10_000, i => $"--b\r\n\r\n{i}\r\n")}--b--\r\n"),
        ["100,000 headers"] = () => Ascii($"{Head}headers\r\n{Repeat(100_000, i => $"X-H{i}: {i}\r\n")}\r\nText.\r\n"),
        ["one header of 5 MB"] = () => Ascii($"{Head}{new string('x', 5_000_000)}\r\n\r\nText.\r\n"),
        ["100,000 addresses"] = () => Ascii($"{Head}addresses\r\nCc: {Repeat(100_000, i => $"a{i}@example.test,\r\n ")}b@example.test\r\n\r\nText.\r\n"),
        ["HTML of 200,000 open elements"] = () => Ascii($"{Head}html\r\nContent-Type: text/html\r\n\r\n{Repeat(100_000, _ => "<div><b>\r\n")}Text.\r\n"),
    };

    public static IEnumerable<string> Names => Makers.Keys;

    public static byte[] Make(string name) => Makers[name]();

    private static byte[] Nested(int depth)
    {
        var mail = new StringBuilder(Head).Append("nested\r\n");
        for (var i = 0; i < depth; i++)
        {
            mail.Append(CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n");
        }

        mail.Append("\r\nThe text at the bottom.\r\n");
        for (var i = depth - 1; i >= 0; i--)
        {
            mail.Append(CultureInfo.InvariantCulture, $"--b{i}--\r\n");
        }

        return Ascii(mail.ToString());
    }

    private static byte[] RandomOctets(int length)
    {
        var octets = new byte[length];
        new Random(7).NextBytes(octets);
        return octets;
    }

    private static string Repeat(int times, Func<int, string> text) => string.Concat(Enumerable.Range(0, times).Select(text));

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
