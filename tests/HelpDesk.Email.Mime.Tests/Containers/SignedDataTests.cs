using System.Formats.Asn1;
using HelpDesk.Email.Mime.Containers;

namespace HelpDesk.Email.Mime.Tests.Containers;

public sealed class SignedDataTests
{
    private static readonly Asn1Tag Explicit = new(TagClass.ContextSpecific, 0);

    private static byte[] Signed(byte[] content, string kind = "1.2.840.113549.1.7.2", AsnEncodingRules rules = AsnEncodingRules.DER)
    {
        var writer = new AsnWriter(rules);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(kind);
            using (writer.PushSequence(Explicit))
            using (writer.PushSequence())
            {
                writer.WriteInteger(1);
                using (writer.PushSetOf())
                {
                }

                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier("1.2.840.113549.1.7.1");
                    using (writer.PushSequence(Explicit))
                        writer.WriteOctetString(content);
                }

                using (writer.PushSetOf())
                {
                }
            }
        }

        return writer.Encode();
    }

    private static MailDocument Mail(byte[] envelope) => Written.Read(
        "Subject: signed", "Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m", "Content-Transfer-Encoding: base64",
        "Content-Disposition: attachment; filename=smime.p7m", "", Convert.ToBase64String(envelope, Base64FormattingOptions.InsertLineBreaks));

    private static readonly byte[] Inner = Written.Octets(
        "Content-Type: multipart/mixed; boundary=i", "", "--i", "Content-Type: multipart/alternative; boundary=j", "", "--j", "", "signed text", "--j", "Content-Type: text/html", "",
        "<p>signed</p>", "--j--", "--i", "Content-Type: application/pdf; name=a.pdf", "", "pdf", "--i--", "");

    [Fact]
    public void The_text_and_the_files_inside_signed_data_are_read_and_the_envelope_is_kept()
    {
        var document = Mail(Signed(Inner));
        Assert.Equal("signed text", document.TextBody);
        Assert.Equal("<p>signed</p>", document.HtmlBody);
        Assert.Equal(["smime.p7m", "a.pdf"], document.Attachments.Select(part => part.FileName));
        Assert.Equal("pdf", Written.ContentText(document.Attachments[1]));
        Assert.Equal("signed", document.Subject);
        Written.Exhaust(document);
    }

    [Fact]
    public void Indefinite_lengths_are_read() =>
        Assert.Equal(new string('x', 3000), System.Text.Encoding.ASCII.GetString(SignedData.Content(Signed([.. Enumerable.Repeat((byte)'x', 3000)], rules: AsnEncodingRules.CER))!.Value.Span));

    [Fact]
    public void Signed_data_in_signed_data_is_read()
    {
        var inner = Written.Octets(
            "Content-Type: application/pkcs7-mime; smime-type=signed-data", "Content-Transfer-Encoding: base64", "", Convert.ToBase64String(Signed(Written.Octets("", "twice signed"))));
        Assert.Equal("twice signed", Mail(Signed(inner)).TextBody);
    }

    [Fact]
    public void Signed_data_in_signed_data_without_end_is_read_to_the_limit_only()
    {
        var octets = Written.Octets("", "core");
        for (var i = 0; i < 14; i++)
            octets = Written.Octets("Content-Type: application/pkcs7-mime", "Content-Transfer-Encoding: base64", "", Convert.ToBase64String(Signed(octets)));
        var document = MailReader.Read(octets);
        Assert.Null(document.TextBody);
        Assert.Contains(document.Defects, defect => defect.Description == "messages too deep in each other");
    }

    [Fact]
    public void What_is_encrypted_or_damaged_stays_an_attachment()
    {
        foreach (var envelope in (byte[][])[Signed(Inner, "1.2.840.113549.1.7.3"), [1, 2, 3], [], Signed(Inner)[..60]])
        {
            var document = Mail(envelope);
            Assert.Null(document.TextBody);
            Assert.Equal("smime.p7m", Assert.Single(document.Attachments).FileName);
        }
    }

    [Fact]
    public void Damaged_envelopes_are_read()
    {
        var random = new Random(3);
        var envelope = Signed(Inner);
        for (var i = 0; i < 300; i++)
        {
            var damaged = envelope.ToArray();
            damaged[random.Next(40)] = (byte)random.Next(256);
            Written.Exhaust(Mail(damaged));
        }
    }
}
