using System.Security.Cryptography;
using System.Text.Json;
using HelpDesk.Email.Explaining;
using HelpDesk.Email.Mime;

namespace HelpDesk.Email.Corpus.Tests.Parsing;

/// <summary>An attachment as another parser gave it: by its octets, by its text, or as a message.</summary>
internal sealed class GoldenAttachment(JsonElement golden)
{
    /// <summary>The text of one that nothing names; such a one may be body here.</summary>
    public string? NamelessText => FileName is null ? Text : null;

    private string? FileName => Read("filename");

    private string? Text => Read("text");

    public bool Is(ExplainedAttachment attachment, MailPart part)
    {
        var content = Content(attachment.Open);
        if (Read("sha256") is { } hash)
        {
            // The other parser counts every line end as one octet, and leaves uuencoded parts as they are.
            return hash == attachment.Sha256
                || hash == Hash(OneOctetLines(content))
                || (part.TransferEncoding == TransferEncoding.UuEncode && hash == Hash(OneOctetLines(Content(part.OpenRaw))));
        }

        if (Text is { } text)
        {
            return part.ReadText() == text;
        }

        return attachment.ContentType == "message/rfc822" && (FileName is null || attachment.FileName == FileName);
    }

    /// <summary>Whether name and type agree, as far as the other parser gives them. It reads a backslash as RFC 5322 wants it; here a path keeps them.</summary>
    public bool HasNameOf(ExplainedAttachment attachment) =>
        (FileName is null || GoldenText.Same(FileName, attachment.FileName) || FileName == attachment.FileName?.Replace("\\", "", StringComparison.Ordinal))
        && (Read("mime_type") is not { } type || type == attachment.ContentType);

    public override string ToString() => golden.GetRawText().ReplaceLineEndings(" ");

    private string? Read(string key) => golden.TryGetProperty(key, out var value) ? value.GetString() : null;

    private static string Hash(byte[] octets) => Convert.ToHexStringLower(SHA256.HashData(octets));

    private static byte[] OneOctetLines(byte[] octets) => [.. octets.Where((octet, i) => octet != '\r' || i + 1 == octets.Length || octets[i + 1] != '\n')];

    private static byte[] Content(Func<Stream> open)
    {
        using var stream = open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
