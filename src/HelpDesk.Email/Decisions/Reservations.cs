using System.Security.Cryptography;
using System.Text;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Decisions;

/// <summary>The key by which two copies of one mail know each other.</summary>
internal static class Reservations
{
    public static IReadOnlyList<string> Of(InboundMail mail, JournalEntry entry)
    {
        var facts = entry.Facts;
        var from = facts.From?.Key ?? string.Empty;

        // Without a Message-ID of its own a mail is known by all that a person would compare.
        var identity = mail.HasOwnMessageId
            ? $"id\n{mail.MessageId}"
            : $"text\n{facts.Subject}\n{facts.Date?.UtcTicks}";
        var key = SHA256.HashData(Encoding.UTF8.GetBytes($"{identity}\n{from}\n{facts.BodyDigest}"));
        return [$"mail:{Convert.ToHexStringLower(key)}"];
    }
}
