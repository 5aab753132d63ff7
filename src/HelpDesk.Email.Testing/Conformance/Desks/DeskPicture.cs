using System.Globalization;
using System.Security.Cryptography;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Testing.Conformance.Desks;

/// <summary>All that a conversation left: two that went alike give the same text, line for line.</summary>
internal static class DeskPicture
{
    public static async Task<string> TakeAsync(DeskWorld world, Conversation conversation, CancellationToken cancellationToken)
    {
        var number = conversation.Ticket!;
        var lines = new List<string> { string.Create(CultureInfo.InvariantCulture, $"tickets made: {world.Made.Count}") };
        var ticket = Expect.One(await world.Tickets.FindAsync(TicketLookup.Of(number), cancellationToken).ConfigureAwait(false), $"Looking for the ticket '{number}'");
        lines.Add($"ticket: {ticket.Status} of {ticket.Requester.Address}, {ticket.Subject}, participants [{Addresses(ticket.Participants)}], subscribers [{Addresses(ticket.Subscribers)}]");
        await foreach (var entry in world.EntriesAsync(number, cancellationToken).ConfigureAwait(false))
        {
            var files = new List<string>();
            foreach (var file in entry.Attachments)
            {
                files.Add($"{file.FileName} {await HashAsync(file, cancellationToken).ConfigureAwait(false)}");
            }

            lines.Add($"entry: {entry.Kind} {entry.Visibility} of {entry.Author.Address}: {entry.Text.Trim()} [{string.Join(", ", files)}]");
        }

        var rows = (await world.Mails.Journal.FindAsync(new JournalQuery { Limit = 1000 }, cancellationToken).ConfigureAwait(false))
            .Where(row => row.Ticket == number || row.Facts.MessageId?.Contains(conversation.Domain, StringComparison.Ordinal) == true)
            .OrderBy(row => row.Id)
            .ToList();
        lines.AddRange(rows.Select(row => $"journal: {row.Origin} {row.State} {row.Outcome} {row.Ticket}{(row.NeedsAcknowledgement ? " not acknowledged" : string.Empty)}"));
        var mails = await MailsAsync(world, rows, cancellationToken).ConfigureAwait(false);
        lines.AddRange(mails.Select(mail => $"mail: {mail.Template} {mail.State} to [{string.Join(", ", mail.Recipients.Select(recipient => $"{recipient.Address} {recipient.State}"))}]"));
        lines.AddRange(Sent(world, conversation, mails));
        return string.Join('\n', lines).Replace(number, "NUMBER", StringComparison.Ordinal).Replace(conversation.Domain, "customer.example", StringComparison.Ordinal);
    }

    private static async Task<List<OutboxEntry>> MailsAsync(DeskWorld world, IEnumerable<JournalEntry> rows, CancellationToken cancellationToken)
    {
        var mails = new List<OutboxEntry>();
        foreach (var row in rows)
        {
            mails.AddRange((await world.Mails.Outbox.FindAsync(new OutboxQuery { JournalId = row.Id }, cancellationToken).ConfigureAwait(false)).OrderBy(mail => mail.Id));
        }

        return mails;
    }

    // A mail may have gone out twice, where nobody knew whether it had: the very same one.
    private static IEnumerable<string> Sent(DeskWorld world, Conversation conversation, List<OutboxEntry> mails)
    {
        foreach (var copies in world.Transport.Sent.Where(mail => mail.Recipients.Any(address => address.EndsWith(conversation.Domain, StringComparison.Ordinal))).GroupBy(mail => mail.MessageId))
        {
            var place = mails.FindIndex(mail => mail.MessageId == copies.Key);
            var isOne = copies.All(copy => copy.Octets.Span.SequenceEqual(copies.First().Octets.Span));
            yield return $"sent: {(place < 0 ? "a mail that the outbox does not know" : mails[place].Template)}{(isOne ? string.Empty : " in different words")}";
        }
    }

    private static string Addresses(IEnumerable<Messages.EmailAddress> people) => string.Join(", ", people.Select(person => person.Address).Order(StringComparer.Ordinal));

    private static async Task<string> HashAsync(TicketAttachment file, CancellationToken cancellationToken)
    {
        var stream = file.Open();
        await using (stream.ConfigureAwait(false))
        {
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken).ConfigureAwait(false))[..8];
        }
    }
}
