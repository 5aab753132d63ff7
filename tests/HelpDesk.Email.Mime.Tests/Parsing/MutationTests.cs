using System.Text;

namespace HelpDesk.Email.Mime.Tests.Parsing;

/// <summary>Damages a rich message in many ways; every result must be readable, and memory and stream must agree.</summary>
public sealed class MutationTests
{
    private static readonly string[] Scraps =
    [
        "\r\n", "\n", "\r", "\0", "--", "--b", "--b--", "=", "=?utf-8?q?", "?=", ";", ":", "\"", "(", "<", ">", ",", "\t", " ", "*0*=", "%", "boundary=", "Content-Type: multipart/mixed; boundary=b\r\n\r\n",
        "Content-Type: message/rfc822\r\n\r\n", "Content-Transfer-Encoding: base64\r\n", "begin 644 a\r\n", "charset=utf-16", "charset=iso-2022-jp", "charset=hz-gb-2312", "charset=iso-2022-kr", "\u001b$B",
    ];

    private static byte[] Rich()
    {
        var draft = new MailDraft
        {
            From = [new MailAddressBox("ann@example.test", "Änn \"A\" Example")],
            To = [new MailAddressBox("b@example.test", "日本"), new MailAddressBox("c@example.test", null)],
            Subject = "Grüße [#12]",
            MessageId = "<1@example.test>",
            Date = DateTimeOffset.UnixEpoch,
            References = ["<a@b>", "<c@d>"],
            TextBody = "Grüße\n> quoted\n" + new string('x', 200),
            HtmlBody = "<p>日本語</p>",
            Attachments =
            [
                new DraftAttachment("ü.png", "image/png", new byte[300]) { ContentId = "a@b", Inline = true },
                new DraftAttachment("inner.eml", "message/rfc822", Written.Octets("Subject: inner", "Content-Type: multipart/mixed; boundary=b", "", "--b", "", "text", "--b--", "")),
            ],
        };
        return MailComposer.Compose(draft);
    }

    [Fact]
    public void Damaged_messages_are_read_alike_from_memory_and_stream()
    {
        var random = new Random(42);
        var rich = Rich();
        for (var i = 0; i < 1500; i++)
        {
            var octets = Damage(rich, random);
            var document = MailReader.Read(octets);
            Written.Exhaust(document);
            var windowed = Written.Windowed(octets);
            Written.Exhaust(windowed);
            Assert.Equal(document.Subject, windowed.Subject);
            Assert.Equal(document.TextBody, windowed.TextBody);
            Assert.Equal(document.HtmlBody, windowed.HtmlBody);
            Assert.Equal(document.Attachments.Select(part => part.DecodedLength()), windowed.Attachments.Select(part => part.DecodedLength()));
        }
    }

    private static byte[] Damage(byte[] octets, Random random)
    {
        var list = octets.ToList();
        for (var times = random.Next(1, 6); times > 0; times--)
        {
            var at = random.Next(list.Count);
            switch (random.Next(5))
            {
                case 0:
                    list.RemoveRange(at, Math.Min(random.Next(1, 200), list.Count - at));
                    break;
                case 1:
                    list[at] = (byte)random.Next(256);
                    break;
                case 2:
                    list.InsertRange(at, Encoding.Latin1.GetBytes(Scraps[random.Next(Scraps.Length)]));
                    break;
                case 3:
                    list.InsertRange(at, list.GetRange(at, Math.Min(random.Next(1, 300), list.Count - at)));
                    break;
                default:
                    list.RemoveRange(at, list.Count - at);
                    break;
            }

            if (list.Count == 0)
                list.Add(0);
        }

        return [.. list];
    }
}
