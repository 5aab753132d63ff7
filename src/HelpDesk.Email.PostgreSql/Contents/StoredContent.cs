using HelpDesk.Email.Messages;
using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.PostgreSql.Databases;

namespace HelpDesk.Email.PostgreSql.Contents;

/// <summary>Opens octets that are stored.</summary>
internal static class StoredContent
{
    private const string Select = "SELECT c.hash, c.length, c.stage, c.in_folder, c.octets FROM content c";

    /// <summary>The octets of a content; <see langword="null"/> when they were purged.</summary>
    public static ValueTask<MailContent?> OpenAsync(Database database, long id, CancellationToken cancellationToken) =>
        OpenAsync(database, Sql.Read($"{Select} WHERE c.id = $1").Add(id), cancellationToken);

    /// <summary>The octets of a row of the journal.</summary>
    public static ValueTask<MailContent?> OfJournalAsync(Database database, long id, CancellationToken cancellationToken) =>
        OpenAsync(database, Sql.Read($"{Select} JOIN journal j ON j.content_id = c.id WHERE j.id = $1 AND j.kept").Add(id), cancellationToken);

    /// <summary>The octets of a mail of the outbox.</summary>
    public static ValueTask<MailContent?> OfOutboxAsync(Database database, long id, CancellationToken cancellationToken) =>
        OpenAsync(database, Sql.Read($"{Select} JOIN outbox o ON o.content_id = c.id WHERE o.id = $1").Add(id), cancellationToken);

    private static ValueTask<MailContent?> OpenAsync(Database database, Sql select, CancellationToken cancellationToken) =>
        database.ReadAsync((session, token) => session.FirstAsync(select, row => Map(database, row), token), cancellationToken);

    private static MailContent? Map(Database database, RowReader row)
    {
        var hash = row.Octets();
        var length = row.Number();
        var stage = row.NumberOrNull();
        var inFolder = row.Flag();
        var text = Convert.ToHexStringLower(hash);
        return stage is { } place
            ? inFolder ? new FolderContent(FileOf(database, hash, place), length, text) : new ChunkedContent(database, place, length, text)
            : row.OctetsOrNull() is { } octets ? new InlineContent(octets, text) : null;
    }

    private static string FileOf(Database database, byte[] hash, long stage) => database.Place.OctetsFolder is { } folder
        ? OctetsFolder.PathOf(folder, hash, stage)
        : throw new HelpDeskConfigurationException("The octets of this mail are in the shared folder. Name it in PostgreSqlOptions.OctetsFolder.");

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

    private sealed class FolderContent : MailContent
    {
        private readonly string _path;

        public FolderContent(string path, long length, string hash)
        {
            _path = path;
            Length = length;
            SetHash(hash);
        }

        public override long Length { get; }

        public override Stream OpenRead() => OctetsFolder.OpenRead(_path);
    }
}
