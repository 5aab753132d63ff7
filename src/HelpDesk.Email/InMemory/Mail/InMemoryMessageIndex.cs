using HelpDesk.Email.Storage;

namespace HelpDesk.Email.InMemory.Mail;

internal sealed class InMemoryMessageIndex(MailTables tables) : IMessageIndex
{
    public ValueTask<IReadOnlyList<IndexedMessage>> FindAsync(IReadOnlyList<string> messageIds, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (tables.Gate)
        {
            IReadOnlyList<IndexedMessage> found =
            [
                .. messageIds
                    .Distinct(StringComparer.Ordinal)
                    .Select(id => tables.MessageIndex.GetValueOrDefault(id))
                    .OfType<IndexedMessage>(),
            ];
            return ValueTask.FromResult(found);
        }
    }
}
