using System.Text;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.PostgreSql.Tests.Support;

/// <summary>Rows for the journal.</summary>
internal static class Mails
{
    public static NewJournalEntry New(string receipt, string? octets = null, string mailbox = "support") =>
        New(receipt, MailContent.FromOctets(Encoding.UTF8.GetBytes(octets ?? $"Subject: {receipt}\r\n\r\nHello\r\n")), mailbox);

    public static NewJournalEntry New(string receipt, MailContent content, string mailbox = "support") =>
        new(mailbox, receipt, content, new MailFacts($"<{receipt}@example.test>") { Subject = $"About {receipt}" })
        {
            OperationId = Guid.NewGuid(),
            ReceivedAt = new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero),
            DuplicateWindow = TimeSpan.FromHours(1),
        };

    public static async Task<long> AppendAsync(this PostgreSqlStores stores, NewJournalEntry entry) =>
        (await stores.Mail.Journal.AppendAsync([entry], StoreSchema.Token)).Single().Id;

    public static ValueTask<IReadOnlyList<JournalClaim>> ClaimAsync(this PostgreSqlStores stores, int max = 10, string node = "a") =>
        stores.Mail.Queue.ClaimAsync(node, max, TimeSpan.FromMinutes(1), StoreSchema.Token);
}
