using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HelpDesk.Email.Mime.Headers;
using HelpDesk.Email.Mime.Limits;

namespace HelpDesk.Email.Mime.Writing;

/// <summary>
/// Lays the body of a draft out in parts: mixed (alternative (text, related (html, images)), files), each multipart only where it
/// has more than one part to hold.
/// </summary>
internal sealed class MessageLayout
{
    private readonly MailComposerOptions _options;
    private readonly List<MessagePiece> _pieces = [];
    private readonly string _seed;
    private int _boundaries;

    private MessageLayout(MailComposerOptions options, string seed)
    {
        _options = options;
        _seed = seed;
    }

    /// <summary>The pieces of the body, beginning with the Content fields of the message and the empty line after them.</summary>
    public static List<MessagePiece> Of(MailDraft draft, MailComposerOptions options, string messageId)
    {
        var layout = new MessageLayout(options, Seed(draft, messageId));
        layout.Mixed(draft);
        return layout._pieces;
    }

    private void Mixed(MailDraft draft)
    {
        var shown = draft.HtmlBody is null ? [] : draft.Attachments.Where(file => file.Inline).ToList();
        var files = draft.Attachments.Where(file => !shown.Contains(file)).ToList();
        if (files.Count == 0)
        {
            Alternative(draft, shown);
            return;
        }

        var boundary = Open("mixed");
        Delimit(boundary, first: true);
        Alternative(draft, shown);
        foreach (var file in files)
        {
            Delimit(boundary, first: false);
            Attachment(file);
        }

        CloseMultipart(boundary);
    }

    private void Alternative(MailDraft draft, List<DraftAttachment> shown)
    {
        if (draft.HtmlBody is null)
        {
            Text(draft.TextBody ?? "");
            return;
        }

        if (draft.TextBody is null)
        {
            Related(draft.HtmlBody, shown);
            return;
        }

        var boundary = Open("alternative");
        Delimit(boundary, first: true);
        Text(draft.TextBody);
        Delimit(boundary, first: false);
        Related(draft.HtmlBody, shown);
        CloseMultipart(boundary);
    }

    private void Related(string html, List<DraftAttachment> shown)
    {
        if (shown.Count == 0)
        {
            Html(html);
            return;
        }

        var boundary = Open("related", KeyValuePair.Create("type", "text/html"));
        Delimit(boundary, first: true);
        Html(html);
        foreach (var file in shown)
        {
            Delimit(boundary, first: false);
            Attachment(file);
        }

        CloseMultipart(boundary);
    }

    private void Text(string text)
    {
        text = TextHygiene.ForBody(text);
        var body = EncodedBody.Of(_options.FlowedText ? FlowedWriter.Flow(text) : text, _options.Charset);
        var parameters = new List<KeyValuePair<string, string>> { new("charset", body.Charset) };
        if (_options.FlowedText)
            parameters.Add(new("format", "flowed"));
        Body("text/plain", parameters, body);
    }

    private void Html(string html) => Html(EncodedBody.Of(TextHygiene.ForBody(html), _options.Charset));

    private void Html(EncodedBody body) => Body("text/html", [new("charset", body.Charset)], body);

    private void Body(string type, List<KeyValuePair<string, string>> parameters, EncodedBody body)
    {
        var writer = new HeaderWriter();
        ParameterWriter.Write(writer, "Content-Type", type, parameters);
        writer.Field("Content-Transfer-Encoding", body.Encoding);
        writer.End();
        _pieces.Add(new MessagePiece(writer.ToArray(), null, false));
        _pieces.Add(new MessagePiece(body.Octets, null, false));
    }

    private void Attachment(DraftAttachment file)
    {
        var type = ContentTypes.ReadType(Encoding.UTF8.GetBytes(TextHygiene.ForHeader(file.MediaType)), MailReadingLimits.Default, new DefectLog());
        var readable = type.Parameters.Count > 0 || type.Full != "text/plain" || file.MediaType.Contains("text/plain", StringComparison.OrdinalIgnoreCase);
        // A message may not be encoded (RFC 2046 section 5.2.1), so one that can't travel as it is goes as plain octets.
        var asIs = type.Type == "message" && MessageOctets.CanTravel(file.OpenContent);
        var unfit = !readable || type.IsMultipart || (type.Type == "message" && !asIs);
        var parameters = unfit ? [] : type.Parameters.Where(parameter => parameter.Name is not ("name" or "boundary"))
            .Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value)).Where(parameter => parameter.Key.All(char.IsAsciiLetterOrDigit));

        var writer = new HeaderWriter();
        ParameterWriter.Write(writer, "Content-Type", unfit ? "application/octet-stream" : type.Full, parameters);
        writer.Field("Content-Transfer-Encoding", asIs ? "7bit" : "base64");
        var name = string.IsNullOrWhiteSpace(file.FileName) ? [] : new[] { KeyValuePair.Create("filename", file.FileName) };
        ParameterWriter.Write(writer, "Content-Disposition", file.Inline ? "inline" : "attachment", name);
        if (file.ContentId is { } contentId)
            writer.Field("Content-ID", Identifiers.RequireContentId(contentId));
        writer.End();
        _pieces.Add(new MessagePiece(writer.ToArray(), null, false));
        _pieces.Add(new MessagePiece(null, file.OpenContent, !asIs));
    }

    private string Open(string subtype, params KeyValuePair<string, string>[] more)
    {
        // "=_" can stand neither in quoted-printable nor in base64, and text that holds "--=_" is encoded.
        var boundary = string.Create(CultureInfo.InvariantCulture, $"=_{_seed}_{++_boundaries}");
        var writer = new HeaderWriter();
        ParameterWriter.Write(writer, "Content-Type", $"multipart/{subtype}", [.. more, new("boundary", boundary)]);
        writer.End();
        _pieces.Add(new MessagePiece(writer.ToArray(), null, false));
        return boundary;
    }

    private void Delimit(string boundary, bool first) => Raw(first ? $"--{boundary}\r\n" : $"\r\n--{boundary}\r\n");

    private void CloseMultipart(string boundary) => Raw($"\r\n--{boundary}--\r\n");

    private void Raw(string text) => _pieces.Add(new MessagePiece(Encoding.ASCII.GetBytes(text), null, false));

    private static string Seed(MailDraft draft, string messageId)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var text in (ReadOnlySpan<string?>)[messageId, draft.Subject, draft.TextBody, draft.HtmlBody, .. draft.Attachments.Select(file => file.FileName)])
        {
            var octets = Encoding.UTF8.GetBytes(text ?? "");
            System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(length, octets.Length);
            hash.AppendData(length);
            hash.AppendData(octets);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 12));
    }
}
