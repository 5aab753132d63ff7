using System.Globalization;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tokens;

namespace HelpDesk.Email.Decisions;

/// <summary>The keys by which two copies of one mail know each other.</summary>
/// <remarks>Keyed hashes: they stay when the mail is erased, and tell nobody who does not have the ring whose it was.</remarks>
internal static class Reservations
{
    /// <summary>In how many pieces the window of equal mails is cut: a copy is known for one piece longer than the window at most.</summary>
    private const int Pieces = 4;

    public static IReadOnlyList<string> Of(InboundMail mail, JournalEntry entry, HelpDeskEmailOptions settings, SigningKeys ring)
    {
        var facts = entry.Facts;
        var secret = KeyedHash.SecretOf(ring);
        var from = facts.From?.Key ?? string.Empty;
        var mailbox = settings.Processing.SameMailInTwoMailboxes == TwoMailboxes.Each ? $"\n{entry.Mailbox.ToUpperInvariant()}" : string.Empty;

        // Without a Message-ID of its own a mail is known by all that a person would compare.
        var identity = mail.HasOwnMessageId
            ? $"id\n{mail.MessageId}"
            : $"text\n{facts.Subject}\n{facts.Date?.UtcTicks}";
        var keys = new List<string> { $"mail:{KeyedHash.Of(secret, $"{identity}\n{from}\n{facts.BodyDigest}{mailbox}")}" };
        if (settings.Filters.Duplicates)
        {
            // A form sends for everybody from one address; whom it sends for stands in Reply-To.
            var sender = string.Join(',', mail.ReplyTo.Select(address => address.Key).Prepend(from));
            keys.AddRange(OfWindow($"same:{KeyedHash.Of(secret, $"{facts.Subject}\n{sender}\n{facts.BodyDigest}{mailbox}")}", entry.ReceivedAt, settings.Filters.DuplicateWindow));
        }

        return keys;
    }

    // A mail holds its own piece of time and as many behind it as the window has: whoever says the same meanwhile meets it.
    private static IEnumerable<string> OfWindow(string key, DateTimeOffset receivedAt, TimeSpan window)
    {
        var piece = receivedAt.UtcTicks / (window.Ticks / Pieces);
        return Enumerable.Range(0, Pieces + 1).Select(i => string.Create(CultureInfo.InvariantCulture, $"{key}:{window.Ticks}:{piece + i}"));
    }
}
