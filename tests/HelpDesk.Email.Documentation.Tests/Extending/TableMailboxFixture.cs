using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Testing.Conformance.Mailboxes;
using Microsoft.Data.Sqlite;

namespace HelpDesk.Email.Documentation.Tests.Extending;

#region mailbox-source-fixture
/// <summary>Tells the conformance suite how to open, fill and read a table of mails; each case has one of its own.</summary>
internal sealed class TableMailboxFixture : MailboxSourceFixture
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("inbox-");

    public TableMailboxFixture() => Execute("CREATE TABLE inbox (id INTEGER PRIMARY KEY AUTOINCREMENT, octets BLOB NOT NULL, done INTEGER NOT NULL DEFAULT 0)");

    public override IReadOnlyList<AfterProcessing> Actions => [AfterProcessing.MarkRead, AfterProcessing.Delete];

    private string Database => $"Data Source={Path.Combine(_folder.FullName, "inbox.db")};Pooling=False";

    public override IMailboxSource Open(AfterProcessing action) => new TableMailboxSource(new TableInbox(Database), TimeProvider.System);

    public override ValueTask DeliverAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellationToken)
    {
        Execute("INSERT INTO inbox (octets) VALUES ($octets)", octets.ToArray());
        return ValueTask.CompletedTask;
    }

    public override ValueTask RemoveAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellationToken)
    {
        Execute("DELETE FROM inbox WHERE octets = $octets", octets.ToArray());
        return ValueTask.CompletedTask;
    }

    public override ValueTask<IReadOnlyList<ReadOnlyMemory<byte>>> ListAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<ReadOnlyMemory<byte>>>([.. Execute("SELECT octets FROM inbox").Select(octets => new ReadOnlyMemory<byte>(octets))]);

    public override ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return base.DisposeAsync();
    }

    private List<byte[]> Execute(string sql, byte[]? octets = null)
    {
        using var connection = new SqliteConnection(Database);
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        if (octets is not null)
        {
            command.Parameters.AddWithValue("$octets", octets);
        }

        using var reader = command.ExecuteReader();
        var rows = new List<byte[]>();
        while (reader.Read())
        {
            rows.Add((byte[])reader[0]);
        }

        return rows;
    }
}
#endregion
