using HelpDesk.Email.Mime;

namespace HelpDesk.Email.Bounces;

/// <summary>Takes the recipients of a report apart where a system writes them without the empty line between (RFC 3464 section 2.1).</summary>
internal static class StatusGroups
{
    private const int MostOctets = 262_144;
    private const string Recipient = "Final-Recipient:";

    /// <summary>The groups of the report, or, where its lines name more recipients than it has groups, one for each of them.</summary>
    public static IReadOnlyList<Mime.DeliveryReportRecipient> Complete(MailDocument document, IReadOnlyList<Mime.DeliveryReportRecipient> groups)
    {
        var part = document.AllParts().FirstOrDefault(part => part.MediaType.Full is "message/delivery-status" or "message/global-delivery-status");
        if (part is null || part.RawLength > MostOctets)
        {
            return groups;
        }

        var lines = part.ReadText().Split('\n');
        return lines.Count(line => line.StartsWith(Recipient, StringComparison.OrdinalIgnoreCase)) <= groups.Count ? groups : Apart(lines, groups);
    }

    private static List<Mime.DeliveryReportRecipient> Apart(string[] lines, IReadOnlyList<Mime.DeliveryReportRecipient> groups)
    {
        var found = new List<Mime.DeliveryReportRecipient>();
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (Value(line, Recipient) is { } address)
            {
                found.Add(new Mime.DeliveryReportRecipient { FinalRecipient = address, Action = groups[0].Action });
            }
            else if (found.Count > 0 && Value(line, "Status:") is { } status && EnhancedStatusCode.TryParse(status, out var code))
            {
                found[^1] = found[^1] with { Status = code };
            }
            else if (found.Count > 0 && Value(line, "Diagnostic-Code:") is { } diagnostic)
            {
                found[^1] = found[^1] with { DiagnosticCode = diagnostic };
            }
        }

        return found;
    }

    // The value without its type: "smtp; 550 5.1.1 unknown".
    private static string? Value(string line, string name)
    {
        if (!line.StartsWith(name, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var value = line[name.Length..];
        var semicolon = value.IndexOf(';', StringComparison.Ordinal);
        return value[(semicolon is >= 0 and < 20 ? semicolon + 1 : 0)..].Trim();
    }
}
