using System.Text;
using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Classification;

/// <summary>Which kind of report a message/delivery-status part makes (RFC 3464 section 2.3.3): the worst of its actions.</summary>
internal static class DeliveryStatusKind
{
    private const int MaxOctets = 65_536;

    public static MailKind Of(InboundAttachment part)
    {
        using var content = part.Open();
        var octets = new byte[MaxOctets];
        var length = content.ReadAtLeast(octets, octets.Length, throwOnEndOfStream: false);
        var kind = MailKind.DeliverySuccess;
        var seen = false;
        foreach (var line in Encoding.Latin1.GetString(octets, 0, length).AsSpan().EnumerateLines())
        {
            if (!line.StartsWith("Action:", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            seen = true;
            var action = HeaderText.Keyword(line[7..].Trim().ToString());
            if (action == "failed")
            {
                return MailKind.Bounce;
            }

            if (action == "delayed")
            {
                kind = MailKind.DeliveryDelay;
            }
        }

        return seen ? kind : MailKind.Bounce;
    }
}
