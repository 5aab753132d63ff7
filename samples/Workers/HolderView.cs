using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Workers;

/// <summary>Writes to the console who reads which mailbox and how much waits, whenever that changes.</summary>
internal sealed class HolderView(Holders holders, IMailStore store) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var shown = string.Empty;
        while (!stoppingToken.IsCancellationRequested)
        {
            var now = await DescribeAsync(stoppingToken);
            if (now != shown)
            {
                Console.WriteLine($"{DateTime.Now:HH:mm:ss}\n{now}");
                shown = now;
            }

            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<string> DescribeAsync(CancellationToken cancellationToken)
    {
        try
        {
            var backlog = await store.Backlog.MeasureAsync(cancellationToken);
            var lines = (await holders.ListAsync(cancellationToken)).Select(holder => holder.ToString());
            return $"  journal: {backlog.UnfinishedRows} mails to process, outbox: {backlog.OpenMails} mails to send\n{string.Join('\n', lines)}";
        }
        catch (Exception e) when (e is NpgsqlException or StoreUnavailableException)
        {
            return $"  The database does not answer; workers wait for it. ({e.Message})";
        }
        catch (OperationCanceledException)
        {
            return "  stopping";
        }
    }
}
