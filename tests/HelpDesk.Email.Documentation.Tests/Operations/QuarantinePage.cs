using HelpDesk.Email.Quarantine;

namespace HelpDesk.Email.Documentation.Tests.Operations;

/// <summary>What an administrator does with mail that was set aside.</summary>
internal sealed class QuarantinePage(MailQuarantine quarantine, TextWriter output)
{
    #region quarantine
    public async Task ShowAsync(CancellationToken cancellationToken)
    {
        foreach (var mail in await quarantine.ListAsync(before: null, limit: 100, cancellationToken))
        {
            await output.WriteLineAsync($"row {mail.Id}, {mail.Size} octets, {mail.Reason}");
        }
    }

    public ValueTask<bool> ReplayAsync(long id, CancellationToken cancellationToken) => quarantine.ReplayAsync(id, cancellationToken);

    public ValueTask<bool> DiscardAsync(long id, string reason, CancellationToken cancellationToken) => quarantine.DiscardAsync(id, reason, cancellationToken);
    #endregion
}
