using HelpDesk.Email.Messages;
using HelpDesk.Email.Mime;

namespace HelpDesk.Email.Reading;

/// <summary>Opens content as a document, in memory or in windows.</summary>
internal static class Documents
{
    /// <summary>Opens one.</summary>
    /// <param name="content">The octets.</param>
    /// <param name="charset">The charset of text that names none and is not UTF-8; <see langword="null"/> for the usual one.</param>
    public static MailDocument Open(MailContent content, string? charset = null)
    {
        var limits = charset is null ? MailReadingLimits.Default : MailReadingLimits.Default with { DefaultCharset = charset };
        return content.TryGetMemory(out var octets)
            ? MailReader.Read(octets, limits)
            : MailReader.Read(content.OpenRead, content.Length, limits);
    }
}
