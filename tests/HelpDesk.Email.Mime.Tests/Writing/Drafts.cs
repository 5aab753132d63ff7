using System.Globalization;
using System.Text;

namespace HelpDesk.Email.Mime.Tests.Writing;

/// <summary>A draft to vary, and what becomes of drafts.</summary>
internal static class Drafts
{
    public static readonly MailDraft Draft = new()
    {
        From = [new MailAddressBox("support@example.test", "Support")],
        To = [new MailAddressBox("ann@example.test", null)],
        Subject = "Hello",
        TextBody = "text",
        Date = DateTimeOffset.Parse("2026-11-21T10:00:00+01:00", CultureInfo.InvariantCulture),
        MessageId = "<1@example.test>",
    };

    public static string Compose(MailDraft draft, MailComposerOptions? options = null) => Encoding.UTF8.GetString(MailComposer.Compose(draft, options));

    public static MailDocument RoundTrip(MailDraft draft, MailComposerOptions? options = null) => MailReader.Read(MailComposer.Compose(draft, options));
}
