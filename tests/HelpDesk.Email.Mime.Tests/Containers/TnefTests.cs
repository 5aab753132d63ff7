using System.Text;
using HelpDesk.Email.Mime.Containers;

namespace HelpDesk.Email.Mime.Tests.Containers;

public sealed class TnefTests
{
    private static string[] Lines(string text, byte[] tnef) =>
    [
        "Content-Type: multipart/mixed; boundary=b", "", "--b", "", text, "--b", "Content-Type: application/ms-tnef; name=winmail.dat", "Content-Transfer-Encoding: base64",
        "Content-Disposition: attachment; filename=winmail.dat", "", Convert.ToBase64String(tnef, Base64FormattingOptions.InsertLineBreaks), "--b--", "",
    ];

    private static MailDocument Mail(string text, byte[] tnef) => Written.Read(Lines(text, tnef));

    [Fact]
    public void The_files_of_a_winmail_dat_are_the_attachments()
    {
        var tnef = new TnefWriting()
            .File("REPORT~1.PDF", "pdf"u8.ToArray(), TnefWriting.Unicode(0x3707, "Größter Report.pdf"), TnefWriting.Unicode(0x370e, "application/pdf"))
            .File("logo.png", "png"u8.ToArray(), TnefWriting.Number(0x3705, 1), TnefWriting.Named(0x8001, "name", [1, 2, 3]), TnefWriting.Unicode(0x3712, "<logo@x>"))
            .ToArray();
        var document = Mail("text", tnef);
        Assert.Equal(["Größter Report.pdf", "logo.png"], document.Attachments.Select(part => part.FileName));
        Assert.Equal(["application/pdf", "image/png"], document.Attachments.Select(part => part.MediaType.Full));
        Assert.Equal(["pdf", "png"], document.Attachments.Select(Written.ContentText));
        Assert.Equal("logo@x", document.Attachments[1].ContentId);
        Assert.Equal("text", document.TextBody);
        Assert.Equal("png", Written.ContentText(Mail("text", tnef).PartAt(document.Attachments[1].Index)!));
        Written.Exhaust(Written.Windowed(Written.Octets(Lines("text", tnef))));
    }

    [Fact]
    public void The_body_in_a_winmail_dat_counts_where_the_message_has_none()
    {
        var tnef = new TnefWriting()
            .Message(TnefWriting.Unicode(0x1000, "plain body"), TnefWriting.Variable(0x1013, 0x102, "<p>rich body</p>"u8.ToArray()))
            .File("a.txt", "x"u8.ToArray())
            .ToArray();
        var bare = Mail("  ", tnef);
        Assert.Equal("plain body", bare.TextBody);
        Assert.Equal("<p>rich body</p>", bare.HtmlBody);
        Assert.Equal("a.txt", Assert.Single(bare.Attachments).FileName);
        var full = Mail("own body", tnef);
        Assert.Equal("own body", full.TextBody);
        Assert.Null(full.HtmlBody);
        Assert.Single(full.Attachments);
    }

    [Fact]
    public void A_rich_text_body_is_read_as_text()
    {
        var rtf = Compressed(@"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}\uc1 Gr\'fc\u223?e \{x\}\par next\tab cell}");
        Assert.Equal("Grüße {x}\nnext\tcell", Mail("", new TnefWriting().Message(rtf).ToArray()).TextBody);
    }

    [Fact]
    public void Html_wrapped_in_rich_text_is_read_as_html()
    {
        var rtf = Compressed(@"{\rtf1\ansi\fromhtml1 {\*\htmltag64 <p>}\htmlrtf {\b \htmlrtf0 one{\*\htmltag72 </p>}\htmlrtf }\htmlrtf0 {\*\mhtmltag hidden}}");
        var document = Mail("", new TnefWriting().Message(rtf).ToArray());
        Assert.Equal("<p>one</p>", document.HtmlBody);
    }

    [Fact]
    public void Compressed_rich_text_is_expanded()
    {
        // The example of MS-OXRTFCP section 3.1.1.
        var octets = Convert.FromHexString("2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c0900206277" + "05b06c647d0a800fa0");
        Assert.Equal("{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n", Encoding.ASCII.GetString(CompressedRtf.Expand(octets, 1000)!));
    }

    [Fact]
    public void A_message_inside_is_unpacked_too()
    {
        var inner = new TnefWriting().Message(TnefWriting.Unicode(0x1000, "inner text")).File("inner.txt", "deep"u8.ToArray()).ToArray();
        var file = new TnefWriting();
        file.Attribute(2, 0x00069002, new byte[14]);
        file.Attribute(2, 0x00069005, TnefWriting.Properties(TnefWriting.Unicode(0x3001, "Old mail"), TnefWriting.Variable(0x3701, 0x0d, [.. new byte[16], .. inner])));
        var document = Mail("text", file.ToArray());
        Assert.Equal(["Old mail.txt", "inner.txt"], document.Attachments.Select(part => part.FileName));
        Assert.Equal(["inner text", "deep"], document.Attachments.Select(Written.ContentText));
        Assert.Equal("text", document.TextBody);
    }

    [Fact]
    public void What_is_no_tnef_file_stays_an_attachment()
    {
        var document = Mail("text", "nonsense"u8.ToArray());
        Assert.Equal("winmail.dat", Assert.Single(document.Attachments).FileName);
        Assert.Contains(document.Defects, defect => defect.Kind == MailDefectKind.UnreadableContainer);
    }

    [Fact]
    public void A_name_without_measure_is_cut() => Assert.Equal(
        1000, Assert.Single(Mail("text", new TnefWriting().File("a", [1], TnefWriting.Unicode(0x3707, new string('ü', 500_000))).ToArray()).Attachments).FileName?.Length);

    [Fact]
    public void Damaged_tnef_files_are_read_as_far_as_they_go()
    {
        var tnef = new TnefWriting()
            .Message(TnefWriting.Unicode(0x1000, "plain body"), Compressed(@"{\rtf1 text}"))
            .File("a.txt", "content"u8.ToArray(), TnefWriting.Unicode(0x3707, "long name.txt"))
            .ToArray();
        var random = new Random(7);
        for (var i = 0; i < 500; i++)
        {
            var damaged = tnef.ToArray();
            for (var times = random.Next(1, 8); times > 0; times--)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            Written.Exhaust(Mail("", damaged[..random.Next(damaged.Length + 1)]));
        }
    }

    private static byte[] Compressed(string rtf)
    {
        var octets = Encoding.Latin1.GetBytes(rtf);
        return TnefWriting.Variable(0x1009, 0x102, [.. BitConverter.GetBytes(octets.Length + 12), .. BitConverter.GetBytes(octets.Length), .. "MELA"u8, .. new byte[4], .. octets]);
    }
}
