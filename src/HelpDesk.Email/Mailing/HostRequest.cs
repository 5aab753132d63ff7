using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HelpDesk.Email.Composition;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Mime;
using HelpDesk.Email.Reading;

namespace HelpDesk.Email.Mailing;

/// <summary>The form in which what a host asks for is committed: a message whose first part is the request as JSON, and whose further parts are files.</summary>
internal static class HostRequest
{
    private const string Author = "host@localhost";

    /// <summary>Writes one.</summary>
    public static ValueTask<MailContent> WriteAsync<T>(T request, JsonTypeInfo<T> type, IEnumerable<DraftAttachment> files, TimeProvider time, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(request, type);
        var draft = new MailDraft
        {
            From = [new MailAddressBox(Author, null)],
            Attachments = [new DraftAttachment("request.json", "application/json", () => new MemoryStream(json, writable: false)), .. files],
        };
        return MailOctets.WriteAsync(draft, new MailComposerOptions { Time = time }, cancellationToken);
    }

    /// <summary>Reads one back.</summary>
    /// <returns>The request, and a mail that has just the files.</returns>
    /// <exception cref="FormatException">The octets are no such request.</exception>
    public static (T Request, InboundMail Files) Read<T>(MailContent content, JsonTypeInfo<T> type)
    {
        var mail = InboundMailReader.Read(content);
        if (mail.Attachments.Count == 0)
        {
            throw new FormatException("The journal holds a request of the host without its first part.");
        }

        using var json = mail.Attachments[0].Open();
        return (HostRequestJson.Read(json, type), mail with { Attachments = [.. mail.Attachments.Skip(1)] });
    }
}
