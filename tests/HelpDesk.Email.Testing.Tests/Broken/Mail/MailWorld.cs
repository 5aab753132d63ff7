using HelpDesk.Email.InMemory;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Time;

namespace HelpDesk.Email.Testing.Tests.Broken.Mail;

/// <summary>The store that is in order, with what a defect needs to know of it.</summary>
/// <param name="Inner">The store that is in order.</param>
/// <param name="Clock">The clock it runs on, which follows the fixture's, and may be set ahead of it.</param>
internal sealed record MailWorld(InMemoryMailStore Inner, ManualTimeProvider Clock)
{
    public DateTimeOffset Past => Clock.GetUtcNow().AddMinutes(-1);

    public async Task<JournalEntry> RowAsync(long id) =>
        (await Inner.Journal.FindAsync(new JournalQuery { Id = id }, CancellationToken.None)).Single();

    public async Task<OutboxEntry> MailAsync(long id) =>
        (await Inner.Outbox.FindAsync(new OutboxQuery { Id = id }, CancellationToken.None)).Single();
}
