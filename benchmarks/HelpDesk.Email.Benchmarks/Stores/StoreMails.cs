using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Benchmarks.Stores;

/// <summary>Rows for the journal, each with octets of its own.</summary>
internal sealed class StoreMails(IReadOnlyList<byte[]> mails)
{
    private int _next;

    /// <summary>So many rows, ready to be written: what is known of each, and the hash of its octets, is computed.</summary>
    public List<NewJournalEntry> Take(int count) => [.. Enumerable.Range(0, count).Select(_ => New(Interlocked.Increment(ref _next)))];

    private NewJournalEntry New(int number)
    {
        byte[] octets = [.. System.Text.Encoding.ASCII.GetBytes($"X-Number: {number}\r\n"), .. mails[number % mails.Count]];
        var content = MailContent.FromOctets(octets);
        _ = content.Hash;
        return new NewJournalEntry("support", $"uid:{number}", content, new MailFacts($"<{number}@sender.test>")
        {
            From = EmailAddress.Create($"person{number % 500}@sender.test", "Person"),
            Subject = "The printer on the second floor",
            BodyDigest = content.Hash,
            Date = DateTimeOffset.UtcNow,
        })
        {
            OperationId = Guid.NewGuid(),
            ReceivedAt = DateTimeOffset.UtcNow,
            ReversePath = $"person{number % 500}@sender.test",
            DuplicateWindow = TimeSpan.FromHours(24),
            NeedsAcknowledgement = true,
        };
    }
}
