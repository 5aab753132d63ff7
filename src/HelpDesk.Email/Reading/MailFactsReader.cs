using HelpDesk.Email.Messages;
using HelpDesk.Email.Mime;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Reading;

/// <summary>Reads what is stored beside the octets of a mail.</summary>
internal static class MailFactsReader
{
    private const int MaxSubject = 998;
    private const int MaxMessageId = 998;
    private const int MaxReferences = 100;

    public static MailFacts Read(MailContent content, string? charset = null)
    {
        var document = Documents.Open(content, charset);
        return new MailFacts(MessageIdOf(document, content))
        {
            InReplyTo = [.. document.InReplyTo.Take(MaxReferences)],
            References = [.. document.References.Take(MaxReferences)],
            From = document.From.Select(ToAddress).FirstOrDefault(address => address is not null),
            Subject = Shorten(document.Subject ?? string.Empty),
            Date = document.Date,
            BodyDigest = BodyDigest.Compute(document),
        };
    }

    /// <summary>The mail's own id; one of the octets where it has none, the same each time the mail is fetched.</summary>
    public static string MessageIdOf(MailDocument document, MailContent content) =>
        HasOwnId(document) ? document.MessageId! : $"<{content.Hash}@local>";

    public static bool HasOwnId(MailDocument document) => document.MessageId is { Length: > 2 and <= MaxMessageId };

    public static EmailAddress? ToAddress(MailAddressBox box) =>
        EmailAddress.TryCreate(box.Address, box.Name, out var address) ? address : null;

    private static string Shorten(string subject) => subject.Length <= MaxSubject ? subject : subject[..MaxSubject];
}
