using HelpDesk.Email.Diagnostics;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Documentation.Tests.Operations;

/// <summary>What an administrator does with mail that was set aside.</summary>
internal sealed class Quarantine(IMailStore store, TextWriter output)
{
    #region quarantine
    public async Task ShowAsync(CancellationToken cancellationToken)
    {
        foreach (var row in await store.Journal.FindAsync(new JournalQuery { Outcome = JournalOutcome.Quarantined }, cancellationToken))
        {
            var reason = MailTrace.Read(row.Trace) is [.., var last] ? $"{last.Step}: {last.Reason}" : "no trace";
            await output.WriteLineAsync($"row {row.Id}, {row.Size} octets, {reason}");
        }
    }

    public ValueTask<bool> ReplayAsync(long id, CancellationToken cancellationToken) =>
        store.Journal.ReplayAsync(id, operationId: Guid.NewGuid(), cancellationToken);
    #endregion
}
