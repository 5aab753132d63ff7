using System.Security.Cryptography;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;
using Microsoft.Extensions.Logging.Abstractions;

namespace HelpDesk.Email.Sqlite.Tests.Processes;

/// <summary>What a child process does. It says only what it was told is committed.</summary>
internal static class ChildRoles
{
    /// <summary>Joins as <c>worker</c>, writes two rows, claims both for an hour, and waits to be killed.</summary>
    public const string Claimant = "claimant";

    /// <summary>Joins as <c>worker</c> and writes mail, small and large, and tickets, from several threads.</summary>
    public const string Writer = "writer";

    private static readonly Lock Gate = new();

    public static async Task RunAsync(string role, string databasePath)
    {
        using var stores = new SqliteStores(
            new SqliteOptions { ConnectionString = $"Data Source={databasePath}", BusyTimeout = TimeSpan.FromMinutes(1) }, TimeProvider.System, NullLogger.Instance);
        await using var node = await stores.Mail.JoinAsync("worker", CancellationToken.None);
        Say($"joined {node.Name}");
        if (role == Claimant)
        {
            await ClaimAsync(stores, node.Name);
        }
        else
        {
            await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => WriteAsync(stores, i))));
        }
    }

    private static async Task ClaimAsync(SqliteStores stores, string node)
    {
        await stores.Mail.Journal.AppendAsync([Entry(RandomNumberGenerator.GetBytes(9)), Entry(RandomNumberGenerator.GetBytes(9))], CancellationToken.None);
        var claims = await stores.Mail.Queue.ClaimAsync(node, 10, TimeSpan.FromHours(1), CancellationToken.None);
        Say($"claimed {claims.Count}");
        await Task.Delay(Timeout.Infinite);
    }

    private static async Task WriteAsync(SqliteStores stores, int thread)
    {
        for (var i = 0; ; i++)
        {
            if (i % 4 == thread)
            {
                var operation = Guid.NewGuid();
                var result = await stores.Tickets.ApplyAsync(
                    new TicketChange { OperationId = operation, Requester = EmailAddress.Create("ann@example.test"), Entry = new NewTicketEntry(EmailAddress.Create("ann@example.test"), "Help") },
                    CancellationToken.None);
                Say($"ticket {operation} {result.Ticket!.Number}");
                continue;
            }

            var entry = Entry(RandomNumberGenerator.GetBytes(i % 8 == 7 ? 2_500_000 : 20_000));
            var appended = await stores.Mail.Journal.AppendAsync([entry], CancellationToken.None);
            Say($"mail {appended[0].Id} {entry.Content.Hash}");
        }
    }

    private static NewJournalEntry Entry(byte[] octets)
    {
        var receipt = Guid.NewGuid().ToString();
        return new NewJournalEntry("support", receipt, MailContent.FromOctets(octets), new MailFacts($"<{receipt}@example.test>"))
        {
            OperationId = Guid.NewGuid(),
            ReceivedAt = TimeProvider.System.GetUtcNow(),
        };
    }

    private static void Say(string line)
    {
        lock (Gate)
        {
            Console.Out.WriteLine(line);
            Console.Out.Flush();
        }
    }
}
