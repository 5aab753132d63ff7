using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using HelpDesk.Email.Content;
using HelpDesk.Email.Notifications;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Composition;

/// <summary>Chooses which files go with a mail: those of its own entry alone, as many as the settings allow. Opens none.</summary>
internal static class FileChoice
{
    // What can hold a script is no picture: it would run where it is shown.
    private static readonly FrozenSet<string> PictureTypes =
        new[] { "image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Chooses.</summary>
    public static MailFiles Of(MailInWork mail)
    {
        if (mail.Entry is not { } entry)
        {
            return MailFiles.None;
        }

        var options = mail.Occasion.Settings.Options.Composition;
        // An acknowledgement gives nothing back: whoever forged the sender would have us send it on.
        if (mail.Planned.Kind == OutgoingKind.AutomaticAnswer || !options.Attachments)
        {
            return new MailFiles
            {
                Visible = mail.Planned.Kind == OutgoingKind.AutomaticAnswer ? [] : entry.Attachments,
                Html = options.PlainTextOnly ? null : BodyText.SafeHtmlOf(entry.Html, _ => null),
            };
        }

        var room = options.MaxAttachmentOctets;
        var pictures = new Dictionary<string, TicketAttachment>(StringComparer.Ordinal);
        var ids = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var (attached, leftOut) = (new List<TicketAttachment>(), new List<TicketAttachment>());
        var named = entry.Html is null || options.PlainTextOnly ? [] : ContentIds.In(entry.Html);

        // Pictures first: without them the text has holes.
        foreach (var file in entry.Attachments.OrderByDescending(file => IsShown(file, named, ids)))
        {
            var isShown = IsShown(file, named, ids);
            if (file.IsLogo && !isShown)
            {
                continue;
            }

            if (file.Size < 0 || file.Size > room)
            {
                leftOut.Add(file);
                continue;
            }

            room -= file.Size;
            if (isShown)
            {
                var id = ids[file.ContentId!] = Id(file, ids.Count);
                pictures[id] = file;
            }
            else
            {
                attached.Add(file);
            }
        }

        return new MailFiles
        {
            Visible = entry.Attachments,
            Html = options.PlainTextOnly ? null : BodyText.SafeHtmlOf(entry.Html, id => ids.TryGetValue(id, out var own) ? $"cid:{own}" : null),
            Pictures = pictures,
            Attached = attached,
            LeftOut = leftOut,
        };
    }

    private static bool IsShown(TicketAttachment file, Dictionary<string, int> named, Dictionary<string, string> taken) =>
        file.ContentId is { } id && named.ContainsKey(id) && !taken.ContainsKey(id)
        && PictureTypes.Contains(file.ContentType) && (file.FoundType is null || PictureTypes.Contains(file.FoundType));

    // The sender's own id may be anything, and the same in two mails.
    private static string Id(TicketAttachment file, int number) =>
        $"p{number}.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{file.Sha256} {file.ContentId}")))[..24]}@parts.invalid";
}
