using System.Text;
using HelpDesk.Email.Mime;

namespace HelpDesk.Email.Corpus.Tests.Fuzzing;

/// <summary>Mails to be damaged that need no collection: each leads into other corners of the reader.</summary>
internal static class BuiltInSeeds
{
    public static IEnumerable<(string Name, byte[] Octets)> All()
    {
        yield return ("composed", Composed());
        yield return ("nested", Lines(
            "From ann@example.test Sat Nov 21 10:00:00 2026", "Received: from a by b; Sat, 21 Nov 2026 10:00:00 +0100", "From: \"Ann, B.\" <ann@example.test>, list: c@example.test (C);", "To: undisclosed-recipients:;",
            "Subject: =?iso-8859-1?q?Gr=FC=DFe?= =?utf-8?b?w7zDn2U=?= \u00fc", "Date: Sat, 21 Nov 26 10:00 EST", "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=out", "",
            "preamble", "--out", "Content-Type: multipart/alternative; boundary=\"in\"", "", "--in", "Content-Type: text/plain; charset=utf-7; format=flowed; delsp=yes", "", "Gr+APwA3w-e, ", "and more", "-- ", "Ann", "--in",
            "Content-Type: text/html; charset=koi8-r", "Content-Transfer-Encoding: quoted-printable", "", "<p style=3D\"color:red;background:url(x)\">=F0=D2=C9</p><blockquote type=3Dcite>old", "--in--", "--out",
            "Content-Type: message/rfc822", "", "Subject: inner", "Content-Type: multipart/mixed; boundary=out2", "", "--out2", "", "text", "--out2--", "--out",
            "Content-Type: application/octet-stream; name*0*=utf-8''%c3%bc; name*1=\"b.bin\"", "Content-Disposition: attachment; filename==?utf-8?q?=C3=BC.bin?=", "Content-Transfer-Encoding: base64", "", "AAECAwQFBgcICQ==", "--out--", "epilogue"));
        yield return ("report", Lines(
            "Return-Path: <>", "From: MAILER-DAEMON@mx.example.test (Mail Delivery System)", "To: desk@example.test", "Subject: Undelivered Mail Returned to Sender", "Auto-Submitted: auto-replied",
            "Content-Type: multipart/report; report-type=delivery-status; boundary=r", "", "--r", "", "<bob@example.test>: host mx said: 550 5.1.1 User unknown", "--r", "Content-Type: message/delivery-status", "",
            "Reporting-MTA: dns; mx.example.test", "", "Final-Recipient: rfc822; bob@example.test", "Action: failed", "Status: 5.1.1", "Diagnostic-Code: smtp; 550 5.1.1 User unknown", "--r",
            "Content-Type: text/rfc822-headers", "", "Message-ID: <1@desk.example.test>", "Subject: Re: [#12] printer", "--r--"));
        yield return ("reply", Lines(
            "From: Ann <ann@example.test>", "Subject: Re: [Ticket#12] #close# printer", "In-Reply-To: <1@desk.example.test>", "References: <0@a> <1@desk.example.test>", "Content-Type: text/plain; charset=us-ascii", "",
            "It works now.", "", "On Sat, Nov 21, 2026 at 10:00 AM Desk <desk@example.test>", "wrote:", "> Did you try?", "> > before", "", "Yes.", "-----Original Message-----", "From: Desk", "Sent: Monday", "To: Ann", "Subject: printer", "", "old", "-- ", "Ann"));
        yield return ("html", Lines(
            "From: ann@example.test", "Subject: html", "Content-Type: text/html", "",
            "<!DOCTYPE html><html><head><meta charset=utf-8><style>p{color:red}</style></head><body><p>Hi <b>you<i>there</b></i></p><img src=cid:a@b><img src=\"http://x.test/a.png\"><table><tr><td>1<td>2</table>",
            "<svg><script>x</script></svg><a href=\"javascript:x\">l</a><a href='https://x.test/?a=1&amp;b=2'>k</a><!-- c --><div class=gmail_quote><div>On Monday A wrote:<br></div><blockquote>old &lt;b&gt; &#x41; &#xffffff; &nope;</blockquote></div></body></html>"));
        yield return ("files", Lines(
            "From: ann@example.test", "Subject: files", "", "-----BEGIN PGP SIGNED MESSAGE-----", "Hash: SHA256", "", "see below", "- -- dash", "-----BEGIN PGP SIGNATURE-----", "", "abcd", "-----END PGP SIGNATURE-----",
            "begin 644 a.txt", "#86)C", "`", "end", "more text"));
        yield return ("tnef", Lines(
            "From: ann@example.test", "Content-Type: application/ms-tnef; name=winmail.dat", "Content-Transfer-Encoding: base64", "", "eJ8+IgEAAQaACAAEAAAAAAABAAEAAQeQBgAIAAAA5AQAAAAAAADoAAEIgAcAGAAAAElQTS5NaWNyb3NvZnQgTWFpbC5Ob3RlADEI"));
        yield return ("wide", [.. Lines("From: ann@example.test", "Content-Type: text/plain; charset=utf-16", "", ""), .. Encoding.Unicode.GetBytes("Grüße \U0001f600\r\n> old\r\n")]);
        yield return ("japanese", Lines("From: ann@example.test", "Subject: \u001b$B$3$s\u001b(B", "Content-Type: text/plain; charset=iso-2022-jp", "", "\u001b$B$3$s\u001b(B"));
    }

    private static byte[] Composed() => MailComposer.Compose(new MailDraft
    {
        From = [new MailAddressBox("ann@example.test", "Änn \"A\" Example")],
        To = [new MailAddressBox("desk@example.test", "日本"), new MailAddressBox("c@example.test", null)],
        Subject = "Grüße aus der Buchhaltung [#12]",
        MessageId = "<1@example.test>",
        Date = DateTimeOffset.UnixEpoch,
        TextBody = "Grüße\n> quoted\n" + new string('x', 200),
        HtmlBody = "<p>日本語</p><blockquote>quoted</blockquote>",
        Attachments = [new DraftAttachment("ü.png", "image/png", new byte[300]) { ContentId = "a@b", Inline = true }],
    });

    private static byte[] Lines(params string[] lines) => Encoding.Latin1.GetBytes(string.Join("\r\n", lines) + "\r\n");
}
