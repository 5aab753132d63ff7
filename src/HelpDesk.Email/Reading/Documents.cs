using HelpDesk.Email.Messages;
using HelpDesk.Email.Mime;

namespace HelpDesk.Email.Reading;

/// <summary>Opens content as a document, in memory or in windows.</summary>
internal static class Documents
{
    public static MailDocument Open(MailContent content) =>
        content.TryGetMemory(out var octets)
            ? MailReader.Read(octets)
            : MailReader.Read(content.OpenRead, content.Length);
}
