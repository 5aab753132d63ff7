using System.Text.Json;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Mime;

namespace HelpDesk.Email.Bounces;

/// <summary>Reads the notices in JSON that sending services mail about bounces, complaints and deliveries.</summary>
internal static class CloudNotice
{
    private const int MostText = 262_144;
    private const int MostRecipients = 100;

    private static readonly JsonDocumentOptions Lenient = new() { MaxDepth = 16, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static Inbound.DeliveryReport? Read(MailDocument document, string body)
    {
        var text = body.AsSpan().TrimStart();
        if (text.IsEmpty || text[0] != '{' || body.Length > MostText || !text.Contains("notificationType", StringComparison.Ordinal)
            || !document.From.Any(box => box.Address is { } from && NeverRead(from)))
        {
            return null;
        }

        // Lines are wrapped on the way, also within strings, where JSON allows no line break.
        var end = text.IndexOf("\n--\n");
        var octets = System.Text.Encoding.UTF8.GetBytes((end < 0 ? text : text[..end]).ToString().Replace("\n", string.Empty, StringComparison.Ordinal));
        return TryParse(octets) is { } json ? OfRoot(json) : null;
    }

    private static bool NeverRead(string from) => from.StartsWith("no-reply", StringComparison.OrdinalIgnoreCase);

    private static JsonElement? TryParse(byte[] octets)
    {
        var reader = new Utf8JsonReader(octets, new JsonReaderOptions { MaxDepth = Lenient.MaxDepth, CommentHandling = JsonCommentHandling.Skip });
        try
        {
            return JsonElement.TryParseValue(ref reader, out var element) ? element : null;
        }
        catch (JsonException)
        {
            // It only looked like a notice.
            return null;
        }
    }

    private static Inbound.DeliveryReport? OfRoot(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("Message", out var inner) && inner.ValueKind == JsonValueKind.String)
        {
            if (TryParse(System.Text.Encoding.UTF8.GetBytes(inner.GetString()!)) is not { } parsed)
            {
                return null;
            }

            root = parsed;
        }

        return Text(root, "notificationType") switch
        {
            "Bounce" => Of(root, "bounce", "bouncedRecipients", MailKind.Bounce),
            "Complaint" => Of(root, "complaint", "complainedRecipients", MailKind.FeedbackReport),
            "Delivery" => Of(root, "delivery", "recipients", MailKind.DeliverySuccess),
            _ => null,
        };
    }

    private static Inbound.DeliveryReport Of(JsonElement root, string section, string list, MailKind kind)
    {
        var recipients = new List<Inbound.DeliveryReportRecipient>();
        if (root.TryGetProperty(section, out var report) && report.ValueKind == JsonValueKind.Object
            && report.TryGetProperty(list, out var entries) && entries.ValueKind == JsonValueKind.Array)
        {
            recipients.AddRange(entries.EnumerateArray().Take(MostRecipients).Select(entry => Recipient(entry, report, kind)).OfType<Inbound.DeliveryReportRecipient>());
        }

        return new Inbound.DeliveryReport
        {
            OriginalMessageId = OriginalId(root),
            Recipients = recipients,
            Evidence = [$"notice of a sending service: {section}"],
            Kind = kind,
        };
    }

    private static Inbound.DeliveryReportRecipient? Recipient(JsonElement entry, JsonElement report, MailKind kind)
    {
        var address = entry.ValueKind == JsonValueKind.String ? entry.GetString() : Text(entry, "emailAddress");
        if (address is null || kind == MailKind.FeedbackReport)
        {
            return address is null ? null : new Inbound.DeliveryReportRecipient(address);
        }

        var said = Text(entry, "diagnosticCode") ?? Text(report, "smtpResponse") ?? string.Empty;
        return kind == MailKind.DeliverySuccess
            ? new Inbound.DeliveryReportRecipient(address) { Action = "delivered", Diagnostic = said.Length == 0 ? null : said }
            : FailureDescription.Of(address, "failed", $"{said} {Text(entry, "status")}".Trim(), string.Empty);
    }

    private static string? OriginalId(JsonElement root)
    {
        if (!root.TryGetProperty("mail", out var mail) || mail.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var id = mail.TryGetProperty("commonHeaders", out var headers) && headers.ValueKind == JsonValueKind.Object ? Text(headers, "messageId") : null;
        return id is null ? null : $"<{id.Trim('<', '>')}>";
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
