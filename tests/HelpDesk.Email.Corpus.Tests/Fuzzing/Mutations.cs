using System.Text;

namespace HelpDesk.Email.Corpus.Tests.Fuzzing;

/// <summary>Ways to damage a mail.</summary>
internal static class Mutations
{
    private const int LongestMail = 128 * 1024;

    // What scanners look for: put where nobody expects it.
    private static readonly string[] Scraps =
    [
        "\r\n", "\n", "\r", "\r\n\r\n", "\0", "\0\0\0\0", "--", "--out\r\n", "--out--\r\n", "=", "=3D", "=\r\n", "=?", "?=", "=?utf-8?q?", "=?utf-8?b?w7w=?=", "=?iso-2022-jp?b?GyRC?=", ";", ":", "\"", "\\", "(", ")", "<", ">", ",", "@", "\t", " ", "*0*=", "*1*=utf-8''", "%", "+", "+AD",
        "boundary=", "boundary=\"\"", "charset=utf-7", "charset=utf-16", "charset=utf-32", "charset=iso-2022-jp", "charset=hz-gb-2312", "charset=iso-2022-kr", "charset=big5", "charset=gb18030", "charset=x-nobody", "charset=",
        "format=flowed; delsp=yes", "Content-Type: multipart/mixed; boundary=out\r\n", "Content-Type: multipart/alternative\r\n\r\n", "Content-Type: multipart/report; report-type=delivery-status; boundary=out\r\n", "Content-Type: message/rfc822\r\n\r\n", "Content-Type: message/delivery-status\r\n\r\n", "Content-Type: message/partial; id=1; number=1; total=2\r\n\r\n",
        "Content-Type: text/html\r\n", "Content-Type: application/ms-tnef\r\n", "Content-Type: application/pkcs7-mime; smime-type=signed-data\r\n", "Content-Type: text/calendar; method=REQUEST\r\n",
        "Content-Transfer-Encoding: base64\r\n", "Content-Transfer-Encoding: quoted-printable\r\n", "Content-Transfer-Encoding: x-uuencode\r\n", "Content-Disposition: attachment; filename=\"../../a\0.exe.\"\r\n", "begin 644 a\r\n", "M", "end\r\n", "-----BEGIN PGP SIGNED MESSAGE-----\r\n", "-----BEGIN PGP SIGNATURE-----\r\n",
        "From: a@b, c@d\r\n", "Subject: x\r\n", "Auto-Submitted: auto-replied\r\n", "Received: x\r\n", "From ", ">", "> ", "> > ", "-- \r\n", "On Monday A wrote:\r\n", "-----Original Message-----\r\n", "________________________________\r\n",
        "<div>", "</div>", "<blockquote>", "</blockquote>", "<table><tr><td>", "<p", "<!--", "-->", "<![CDATA[", "<script>", "</script>", "<style>", "<svg>", "<math>", "<template>", "<textarea>", "<plaintext>", "<a href=\"", "<img src='cid:", "&#", "&#x110000;", "&amp", "style=\"position:fixed;width:expression(x)\"", "\u001b$B", "\u001b(J", "~{", "\u000e", "\u00ef\u00bb\u00bf", "\u00ff\u00fe", "\u00f0\u009f\u0098", "\u00ed\u00a0\u0080", "\u00e2\u0080\u00ae",
    ];

    private static readonly byte[][] ScrapOctets = [.. Scraps.Select(Encoding.Latin1.GetBytes)];

    /// <summary>Damages a mail from one to eight times.</summary>
    public static byte[] Apply(byte[] mail, byte[] other, Random random)
    {
        var octets = new List<byte>(mail);
        for (var times = random.Next(1, 9); times > 0; times--)
        {
            if (octets.Count == 0)
            {
                octets.Add(0);
            }

            Damage(octets, other, random);
        }

        if (octets.Count > LongestMail)
        {
            octets.RemoveRange(LongestMail, octets.Count - LongestMail);
        }

        return [.. octets];
    }

    private static void Damage(List<byte> octets, byte[] other, Random random)
    {
        var at = random.Next(octets.Count);
        var length = Math.Min(random.Next(4) == 0 ? random.Next(1, 4000) : random.Next(1, 100), octets.Count - at);
        switch (random.Next(12))
        {
            case 0:
                octets[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                octets[at] = (byte)random.Next(256);
                break;
            case 2:
                octets.RemoveRange(at, length);
                break;
            case 3:
                octets.InsertRange(random.Next(octets.Count), octets.GetRange(at, length));
                break;
            case 4:
                octets.RemoveRange(at, octets.Count - at);
                break;
            case 5:
                Splice(octets, at, other, random);
                break;
            case 6:
                octets.InsertRange(at, Flood(random));
                break;
            case 7:
                octets.InsertRange(at, Enumerable.Range(0, random.Next(1, 60)).Select(_ => (byte)random.Next(128, 256)));
                break;
            case 8:
                DamageLine(octets, at, random);
                break;
            case 9:
                ReplaceWord(octets, at, random);
                break;
            default:
                octets.InsertRange(random.Next(3) == 0 ? LineStart(octets, at) : at, Scrap(random));
                break;
        }
    }

    private static byte[] Scrap(Random random) => ScrapOctets[random.Next(ScrapOctets.Length)];

    private static void Splice(List<byte> octets, int at, byte[] other, Random random)
    {
        if (other.Length == 0)
        {
            return;
        }

        var from = random.Next(other.Length);
        var count = random.Next(2) == 0 ? other.Length - from : Math.Min(random.Next(1, 500), other.Length - from);
        if (random.Next(2) == 0)
        {
            octets.RemoveRange(at, octets.Count - at);
        }

        octets.InsertRange(at, other.AsSpan(from, count).ToArray());
    }

    private static IEnumerable<byte> Flood(Random random)
    {
        var scrap = Scrap(random);
        var times = random.Next(40) == 0 ? random.Next(1, 20_000) : random.Next(1, 200);
        return Enumerable.Repeat(scrap, Math.Min(times, LongestMail / scrap.Length)).SelectMany(octet => octet);
    }

    /// <summary>Takes a line away, doubles it, or takes its line end or its colon.</summary>
    private static void DamageLine(List<byte> octets, int at, Random random)
    {
        var start = LineStart(octets, at);
        var newline = octets.IndexOf((byte)'\n', at);
        var end = newline < 0 ? octets.Count : newline + 1;
        switch (random.Next(4))
        {
            case 0:
                octets.RemoveRange(start, end - start);
                break;
            case 1:
                octets.InsertRange(start, octets.GetRange(start, end - start));
                break;
            case 2 when newline >= 0:
                octets.RemoveAt(newline);
                break;
            default:
                var colon = octets.IndexOf((byte)':', start, end - start);
                if (colon >= 0)
                {
                    octets.RemoveAt(colon);
                }

                break;
        }
    }

    /// <summary>Puts something else in the place of a word: a charset, a boundary, an encoding, a type.</summary>
    private static void ReplaceWord(List<byte> octets, int at, Random random)
    {
        var end = at;
        while (end < octets.Count && octets[end] is not ((byte)' ' or (byte)'\r' or (byte)'\n' or (byte)'"' or (byte)';' or (byte)'=') && end - at < 80)
        {
            end++;
        }

        octets.RemoveRange(at, end - at);
        octets.InsertRange(at, Scrap(random));
    }

    private static int LineStart(List<byte> octets, int at) => at == 0 ? 0 : octets.LastIndexOf((byte)'\n', at - 1) + 1;
}
