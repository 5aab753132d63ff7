using System.Text;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Sqlite.Tests.Support;

/// <summary>Rows for the journal.</summary>
internal static class Mails
{
    public static NewJournalEntry New(StoreFolder folder, string receipt, string? octets = null, string mailbox = "support") =>
        New(folder, receipt, MailContent.FromOctets(Encoding.UTF8.GetBytes(octets ?? $"Subject: {receipt}\r\n\r\nHello\r\n")), mailbox);

    public static NewJournalEntry New(StoreFolder folder, string receipt, MailContent content, string mailbox = "support") =>
        new(mailbox, receipt, content, new MailFacts($"<{receipt}@example.test>") { Subject = $"About {receipt}" })
        {
            OperationId = Guid.NewGuid(),
            ReceivedAt = folder.Clock.GetUtcNow(),
        };

    public static async Task<long> AppendAsync(this SqliteStores stores, NewJournalEntry entry) =>
        (await stores.Mail.Journal.AppendAsync([entry], StoreFolder.Token)).Single().Id;

    public static async Task<JournalEntry> GetAsync(this SqliteStores stores, long id) =>
        (await stores.Mail.Journal.FindAsync(new JournalQuery { Id = id }, StoreFolder.Token)).Single();

    public static ValueTask<IReadOnlyList<JournalClaim>> ClaimAsync(this SqliteStores stores, int max = 10, string node = "a") =>
        stores.Mail.Queue.ClaimAsync(node, max, TimeSpan.FromMinutes(1), StoreFolder.Token);
}
