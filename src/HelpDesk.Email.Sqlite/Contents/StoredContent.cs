using HelpDesk.Email.Messages;
using HelpDesk.Email.Sqlite.Connections;
using HelpDesk.Email.Sqlite.Databases;

namespace HelpDesk.Email.Sqlite.Contents;

/// <summary>Opens octets that are stored.</summary>
internal static class StoredContent
{
    /// <summary>The octets of a content; <see langword="null"/> when they were purged.</summary>
    public static MailContent? Open(Database database, long id) => database.Read(connection => Open(connection, database, id));

    /// <summary>The same within a query.</summary>
    public static MailContent? Open(Connection connection, Database database, long id) =>
        Open(connection, database, id, "SELECT hash, length, stage, octets FROM content WHERE id = ?");

    /// <summary>The octets of a row of the journal, by its id; <see langword="null"/> when they were purged or there is no such row.</summary>
    public static MailContent? OpenOfRow(Connection connection, Database database, long journalId) => Open(
        connection,
        database,
        journalId,
        "SELECT c.hash, c.length, c.stage, c.octets FROM journal j JOIN content c ON c.id = j.content_id WHERE j.id = ? AND j.kept = 1");

    private static MailContent? Open(Connection connection, Database database, long id, string sql)
    {
        using var select = connection.Prepare(sql);
        if (!select.Add(id).Read())
        {
            return null;
        }

        var row = select.Row;
        var hash = Convert.ToHexStringLower(row.Octets(0));
        return !row.IsNull(2) ? new ChunkedContent(database, row.Number(2), row.Number(1), hash)
            : !row.IsNull(3) ? new InlineContent(row.Octets(3).ToArray(), hash)
            : null;
    }

    private sealed class InlineContent : MailContent
    {
        private readonly byte[] _octets;

        public InlineContent(byte[] octets, string hash)
        {
            _octets = octets;
            SetHash(hash);
        }

        public override long Length => _octets.Length;

        public override Stream OpenRead() => new MemoryStream(_octets, writable: false);

        public override bool TryGetMemory(out ReadOnlyMemory<byte> octets)
        {
            octets = _octets;
            return true;
        }
    }

    private sealed class ChunkedContent : MailContent
    {
        private readonly Database _database;
        private readonly long _stage;

        public ChunkedContent(Database database, long stage, long length, string hash)
        {
            _database = database;
            _stage = stage;
            Length = length;
            SetHash(hash);
        }

        public override long Length { get; }

        public override Stream OpenRead() => new ChunkStream(_database, _stage, Length);
    }
}
