namespace HelpDesk.Email.Benchmarks.Hostile;

/// <summary>Whole messages against readers of MIME. Each character is an octet.</summary>
internal static class HostileMails
{
    private const string Subject = "From: a@b.example\r\nSubject: x\r\n";

    public static IReadOnlyList<HostileInput> All { get; } =
    [
        HostileInput.Of("header fields", "X-Field: x\r\n", after: "\r\nx"),
        HostileInput.Of("header lines without a colon", "x\r\n", before: Subject),
        HostileInput.Of("folded lines", " x\r\n", before: "Subject: x\r\n", after: "\r\nx"),
        HostileInput.Of("a header line", "x", before: "Subject: "),
        HostileInput.Of("From fields", "From: a@b.example, c@d.example\r\n", after: "\r\nx"),
        HostileInput.Of("References fields", "References: <a@b.example>\r\n", after: "\r\nx"),
        HostileInput.Of("Content-Type fields", "Content-Type: text/plain; charset=utf-8\r\n", after: "\r\nx"),
        HostileInput.Of("encoded-words in the subject", " =?utf-8?q?=C3=A4?=\r\n", before: "Subject:\r\n", after: "\r\nx"),
        HostileInput.Of("parts", "--b\r\n\r\nx\r\n", before: Mixed("b")),
        HostileInput.Of("parts with types", "--b\r\nContent-Type: text/html\r\n\r\n<p>x\r\n", before: Mixed("b")),
        HostileInput.Of("empty parts", "--b\r\n", before: Mixed("b")),
        HostileInput.Of("closing boundaries", "--b--\r\n", before: Mixed("b")),
        HostileInput.Of("lines that are nearly boundaries", "--bb\r\n", before: Mixed("b")),
        HostileInput.Of("line ends before hyphens", "\n--", before: Mixed("b")),
        new("nested multiparts", NestedMultiparts),
        HostileInput.Of("nested multiparts with one boundary", "--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n", before: Mixed("b")),
        new("lines like boundaries, deep inside", size => NestedMultiparts(4096) + Flood.Of("--b\r\n", size)),
        HostileInput.Of("nested messages", "Content-Type: message/rfc822\r\n\r\n"),
        HostileInput.Of("multipart without a boundary", "--b\r\n\r\nx\r\n", before: $"{Subject}Content-Type: multipart/mixed\r\n\r\n"),
        HostileInput.Of("base64 that is none", "=!", before: Encoded("base64")),
        HostileInput.Of("base64, one digit a line", "A\r\n", before: Encoded("base64")),
        HostileInput.Of("padding in base64", "AA==", before: Encoded("base64")),
        HostileInput.Of("quoted-printable that is none", "=", before: Encoded("quoted-printable")),
        HostileInput.Of("soft line ends", "=\r\n", before: Encoded("quoted-printable")),
        HostileInput.Of("blanks in quoted-printable", " ", before: Encoded("quoted-printable")),
        HostileInput.Of("uuencode left open", "begin 644 x\n", before: Encoded("7bit")),
        HostileInput.Of("uuencoded files", "begin 644 x\n#0V%T\n`\nend\n", before: Encoded("7bit")),
        HostileInput.Of("uuencoded lines", "#0V%T\n", before: $"{Encoded("x-uuencode")}begin 644 x\n"),
        HostileInput.Of("OpenPGP frames", "-----BEGIN PGP SIGNED MESSAGE-----\n\n- x\n", before: Encoded("7bit")),
        HostileInput.Of("flowed lines", "> x \r\n", before: $"{Subject}Content-Type: text/plain; format=flowed\r\n\r\n"),
        HostileInput.Of("octets outside the charset", "\u00FF", before: $"{Subject}Content-Type: text/plain; charset=utf-8\r\n\r\n"),
        HostileInput.Of("escapes of ISO-2022-JP", "\u001B$B\u001B(B", before: $"{Subject}Content-Type: text/plain; charset=iso-2022-jp\r\n\r\n"),
        HostileInput.Of("GB18030 cut short", "\u0081", before: $"{Subject}Content-Type: text/plain; charset=gb18030\r\n\r\n"),
        HostileInput.Of("CR alone", "x\r", before: "Subject: x\r\r"),
        HostileInput.Of("CR CR LF", "\r\r\n", before: $"{Subject}\r\n"),
        HostileInput.Of("NUL", "\0", before: $"{Subject}\r\n"),
        HostileInput.Of("TNEF", "\u0001\u0002\u0003\u0004\0\0\0\0\0\0\0", before: $"{Subject}Content-Type: application/ms-tnef\r\n\r\n\u0078\u009F\u003E\u0022\0\0"),
        HostileInput.Of("S/MIME", "\u0030\u0080", before: $"{Subject}Content-Type: application/pkcs7-mime; smime-type=signed-data\r\n\r\n"),
        HostileInput.Of("HTML with charsets", "<meta charset=x>", before: $"{Subject}Content-Type: text/html\r\n\r\n"),
        HostileInput.Of("groups of a delivery report", "Final-Recipient: rfc822; a@b.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n", before: Report),
        HostileInput.Of("fields of a delivery report", "Status: 5.1.1\r\n", before: Report),
    ];

    private static string Report =>
        $"{Subject}Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n\r\nx\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\n";

    private static string Mixed(string boundary) => $"{Subject}Content-Type: multipart/mixed; boundary={boundary}\r\n\r\n";

    private static string Encoded(string encoding) => $"{Subject}Content-Type: text/plain\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n";

    private static string NestedMultiparts(int size)
    {
        var mail = new System.Text.StringBuilder(Mixed("b0"), size + 256);
        for (var depth = 1; mail.Length < size; depth++)
            mail.Append(System.Globalization.CultureInfo.InvariantCulture, $"--b{depth - 1}\r\nContent-Type: multipart/mixed; boundary=b{depth}\r\n\r\n");
        return mail.ToString();
    }
}
