using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Tests.Broken.Mail;

internal sealed class TamperedJournal(IMailJournal inner, MailTampering tampering) : IMailJournal
{
    public ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<NewJournalEntry> entries, CancellationToken cancellationToken)
    {
        var token = tampering.IgnoresTokens ? CancellationToken.None : cancellationToken;
        return tampering.Append.CallAsync(entries, passed => inner.AppendAsync(passed, token), token);
    }

    public ValueTask<IReadOnlyList<JournalEntry>> FindAsync(JournalQuery query, CancellationToken cancellationToken) =>
        tampering.FindRows.CallAsync(query, passed => inner.FindAsync(passed, cancellationToken), cancellationToken);

    public ValueTask<MailContent?> OpenContentAsync(long id, CancellationToken cancellationToken) =>
        tampering.OpenRow.CallAsync(id, passed => inner.OpenContentAsync(passed, cancellationToken), cancellationToken);

    public async ValueTask MarkAcknowledgedAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken) =>
        await tampering.MarkAcknowledged.CallAsync(
            ids,
            async passed =>
            {
                await inner.MarkAcknowledgedAsync(passed, cancellationToken);
                return true;
            },
            cancellationToken);

    public ValueTask<bool> ReplayAsync(long id, Guid operationId, CancellationToken cancellationToken) =>
        tampering.Replay.CallAsync((Id: id, OperationId: operationId), passed => inner.ReplayAsync(passed.Id, passed.OperationId, cancellationToken), cancellationToken);

    public ValueTask<bool> DiscardAsync(long id, string trace, CancellationToken cancellationToken) =>
        tampering.Discard.CallAsync((Id: id, Trace: trace), passed => inner.DiscardAsync(passed.Id, passed.Trace, cancellationToken), cancellationToken);
}
