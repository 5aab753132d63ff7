using System.Buffers;
using System.Globalization;
using System.Text;

namespace HelpDesk.Email.Benchmarks.Generating;

/// <summary>Writes the octets of a mail: the header that servers and programs give it, then its parts.</summary>
internal sealed class MailWriter(Chance chance)
{
    private readonly ArrayBufferWriter<byte> _octets = new();

    public string Boundary { get; } = string.Create(CultureInfo.InvariantCulture, $"----=_Part_{chance.Next():x16}.{chance.Next():x8}");

    public byte[] Finish() => _octets.WrittenSpan.ToArray();

    public void Line(string line = "")
    {
        _octets.Write(Encoding.ASCII.GetBytes(line));
        _octets.Write("\r\n"u8);
    }

    /// <summary>The header of a mail from a customer, as it stands after three servers.</summary>
    public void Header(Person from, string subject, string contentType)
    {
        var id = Id(from.Host);
        Line($"Return-Path: <{from.Address}>");
        Line($"Delivered-To: {Person.HelpDesk.Address}");
        for (var hop = 3; hop > 0; hop--)
        {
            Line($"Received: from mx{hop}.{from.Host} (mx{hop}.{from.Host} [192.0.2.{chance.Between(1, 254)}])");
            Line($"\tby in{hop}.helpdesk.example (Postfix) with ESMTPS id {chance.Next():X12}");
            Line($"\tfor <{Person.HelpDesk.Address}>; {Prose.Date(chance)} (CET)");
        }

        Line("Authentication-Results: mx.helpdesk.example; dkim=pass");
        Line($"\theader.d={from.Host}; spf=pass smtp.mailfrom={from.Address}; dmarc=pass");
        Line($"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d={from.Host}; s=m1;");
        Line("\th=from:to:subject:date:message-id:in-reply-to:references:mime-version;");
        Line($"\tbh={Base64(32)};");
        for (var line = 0; line < 4; line++)
            Line($"\t{(line == 0 ? "b=" : "")}{Base64(48)}{(line == 3 ? "==" : "")}");
        Line($"From: {Name(from.Name)} <{from.Address}>");
        Line($"To: {Person.HelpDesk.Name} <{Person.HelpDesk.Address}>");
        if (chance.OneIn(3))
            Line($"Cc: \"Example, Team\" <team@{from.Host}>, {Name(Person.Any(chance).Name)} <second@{from.Host}>");
        Line($"Subject: {Name(subject)}");
        Line($"Date: {Prose.Date(chance)}");
        Line($"Message-ID: {id}");
        Line($"In-Reply-To: {Id("helpdesk.example")}");
        Line($"References: {Id("helpdesk.example")}");
        for (var parents = chance.Between(1, 5); parents > 0; parents--)
            Line($" {Id(from.Host)}");
        Line("MIME-Version: 1.0");
        Line($"Content-Type: {contentType}");
        Line("X-Mailer: Example Mail 16.0");
        Line("X-Spam-Status: No, score=-2.1 required=5.0 tests=ALL_GOOD,DKIM_VALID,");
        Line("\tHTML_MESSAGE,SPF_PASS autolearn=ham version=4.0.0");
        Line("Content-Language: en-GB");
    }

    /// <summary>A text part, or the text of a mail, in quoted-printable.</summary>
    public void QuotedPrintable(string type, string text)
    {
        Line($"Content-Type: {type}; charset=\"utf-8\"");
        Line("Content-Transfer-Encoding: quoted-printable");
        Line();
        QuotedPrintableText.Write(_octets, text);
        Line();
    }

    public void File(string name, string type, ReadOnlySpan<byte> content)
    {
        Line($"Content-Type: {type}; name=\"{name}\"");
        Line($"Content-Disposition: attachment; filename=\"{name}\"");
        Line("Content-Transfer-Encoding: base64");
        Line();
        while (!content.IsEmpty)
        {
            var line = content[..Math.Min(57, content.Length)];
            Line(Convert.ToBase64String(line));
            content = content[line.Length..];
        }
    }

    public void Open(string boundary) => Line($"--{boundary}");

    public void Close(string boundary) => Line($"--{boundary}--");

    public string Id(string host) => string.Create(CultureInfo.InvariantCulture, $"<{chance.Next():x16}.{chance.Next():x16}@{host}>");

    private static string Name(string text) =>
        text.All(char.IsAscii) ? text : $"=?UTF-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}?=";

    private string Base64(int octets)
    {
        Span<byte> random = stackalloc byte[octets];
        chance.Fill(random);
        return Convert.ToBase64String(random);
    }
}
