using System.Text;

namespace HelpDesk.Email.Corpus.Tests.Fuzzing;

/// <summary>Mails made to cost time or memory: one thing again and again, up to a size.</summary>
internal static class HostileMails
{
    private const string Text = "From: a@b.test\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n";
    private const string Html = "From: a@b.test\r\nContent-Type: text/html; charset=utf-8\r\n\r\n";
    private const string Mixed = "From: a@b.test\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n";

    // What stands before, and what comes again and again.
    private static readonly (string Name, string Start, string Again)[] Floods =
    [
        ("plain text", Text, "all work and no play makes Jack a dull boy\r\n"),
        ("8-bit text", Text, "Grüße\r\n"),
        ("line ends", Text, "\r\n"),
        ("no line end", Text, "x"),
        ("quotes", Text, "> > > > > quoted\r\n"),
        ("quote signs", Text, ">"),
        ("attributions", Text, "On Monday A <a@b.test> wrote:\r\n> x\r\n"),
        ("header blocks", Text, "From: A\r\nSent: Monday\r\nTo: B\r\nSubject: C\r\n\r\n"),
        ("signatures", Text, "-- \r\nAnn\r\n"),
        ("uuencoded files", Text, "begin 644 a\r\n#86)C\r\n`\r\nend\r\n"),
        ("flowed", "From: a@b.test\r\nContent-Type: text/plain; format=flowed\r\n\r\n", "word \r\n"),
        ("shifted", "From: a@b.test\r\nContent-Type: text/plain; charset=utf-7\r\n\r\n", "+APwA3w-"),
        ("escapes", "From: a@b.test\r\nContent-Type: text/plain; charset=iso-2022-jp\r\n\r\n", "\u001b$B$3\u001b(B"),
        ("paragraphs", Html, "<p>all work and no play</p>\n"),
        ("nested elements", Html, "<div>"),
        ("nested quotes", Html, "<blockquote>x"),
        ("formatting elements", Html, "<b><i><a href=x>"),
        ("tables", Html, "<table><tr><td>"),
        ("open tags", Html, "<a "),
        ("attributes", Html + "<p ", "a=b "),
        ("styles", Html + "<p style=\"", "color:red;"),
        ("entities", Html, "&lt;&#x41;&nope;"),
        ("comments", Html, "<!-- <p> -->"),
        ("images", Html, "<img src=\"http://x.test/a.png\">"),
        ("headers", "From: a@b.test\r\n", "X-A: b\r\n"),
        ("one header", "From: a@b.test\r\nSubject: ", "x"),
        ("folds", "From: a@b.test\r\nSubject: ", "x\r\n "),
        ("encoded words", "From: a@b.test\r\nSubject: ", "=?utf-8?q?=C3=BC?= "),
        ("addresses", "From: a@b.test\r\nTo: ", "a@b.test, "),
        ("comments in addresses", "From: ", "("),
        ("references", "From: a@b.test\r\nReferences: ", "<a@b.test> "),
        ("parameters", "From: a@b.test\r\nContent-Type: text/plain; ", "a*0=b; "),
        ("parts", Mixed, "--b\r\n\r\nx\r\n"),
        ("boundaries", Mixed, "--b\r\n"),
        ("almost boundaries", Mixed, "--bb\r\n"),
        ("files", Mixed, "--b\r\nContent-Type: image/png; name=a.png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n"),
        ("nested multiparts", Mixed, "--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"),
        ("nested messages", Mixed + "--b\r\n", "Content-Type: message/rfc822\r\n\r\n"),
        ("base64 text", "From: a@b.test\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n", "YWxsIHdvcmsgYW5kIG5vIHBsYXkgbWFrZXMgSmFjayBhIGR1bGwgYm95\r\n"),
        ("base64 html", "From: a@b.test\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n", "PHA+YWxsIHdvcms8L3A+PGI+\r\n"),
        ("quoted-printable", "From: a@b.test\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n", "=C3=BC=\r\n"),
        ("bounce lines", "From: mailer-daemon@b.test\r\nSubject: Undelivered Mail\r\n\r\n", "<bob@example.test>: 550 5.1.1 user unknown\r\n"),
        ("report fields", "From: mailer-daemon@b.test\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n", "Final-Recipient: rfc822; a@b.test\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n"),
        ("tags", Text, "[Ticket#1] Ticket#2 "),
        ("tnef", "From: a@b.test\r\nContent-Type: application/ms-tnef\r\nContent-Transfer-Encoding: base64\r\n\r\neJ8+IgEAAQaACAAEAAAAAAABAAEA", "AQeQBgAIAAAA5AQAAAAAAADoAAEI"),
    ];

    /// <summary>All of them, made one after the other.</summary>
    /// <param name="size">How many octets each has, more or less.</param>
    public static IEnumerable<(string Name, byte[] Octets)> All(int size)
    {
        foreach (var (name, start, again) in Floods)
        {
            var head = Encoding.UTF8.GetBytes(start);
            var piece = Encoding.UTF8.GetBytes(again);
            var octets = new byte[head.Length + (Math.Max(1, (size - head.Length) / piece.Length) * piece.Length)];
            head.CopyTo(octets, 0);
            for (var at = head.Length; at < octets.Length; at += piece.Length)
            {
                piece.CopyTo(octets, at);
            }

            yield return (name, octets);
        }
    }
}
