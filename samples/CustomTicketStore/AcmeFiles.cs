using HelpDesk.Email.Tickets;
using Microsoft.Data.Sqlite;

namespace CustomTicketStore;

/// <summary>The files of entries, as blobs that are written and read in pieces.</summary>
internal static class AcmeFiles
{
    private const string Table = "ticket_file";
    private const string Column = "octets";

    #region store-files
    /// <summary>Adds a file: first the room for it, then its octets piece by piece.</summary>
    /// <exception cref="InvalidDataException">The file is shorter than it claims to be.</exception>
    public static async ValueTask AddAsync(SqliteConnection connection, long entryId, TicketAttachment file, CancellationToken cancellationToken)
    {
        var id = connection.Scalar<long>(
            """
            INSERT INTO ticket_file (entry_id, file_name, content_type, size, sha256, content_id, is_inline, octets)
            VALUES ($entry, $fileName, $contentType, $size, $sha256, $contentId, $isInline, zeroblob($size))
            RETURNING id
            """,
            ("$entry", entryId),
            ("$fileName", file.FileName),
            ("$contentType", file.ContentType),
            ("$size", file.Size),
            ("$sha256", file.Sha256),
            ("$contentId", file.ContentId),
            ("$isInline", file.IsInline));
        await using var source = file.Open();
        await using var blob = new SqliteBlob(connection, Table, Column, id);
        await source.CopyToAsync(blob, cancellationToken);
        if (blob.Position != file.Size)
        {
            throw new InvalidDataException($"The file of {file.Size} octets ended after {blob.Position}.");
        }
    }
    #endregion

    /// <summary>The files of an entry, in their order; their octets are read when they are opened.</summary>
    public static IReadOnlyList<TicketAttachment> Read(AcmeDatabase database, SqliteConnection connection, long entryId) =>
        connection.Rows(
            "SELECT id, file_name, content_type, size, sha256, content_id, is_inline FROM ticket_file WHERE entry_id = $entry ORDER BY id",
            row =>
            {
                var id = row.GetInt64(0);
                return new TicketAttachment(row.GetString(1), row.GetString(2), row.GetInt64(3), row.GetString(4))
                {
                    ContentId = row.TextOrNull(5),
                    IsInline = row.GetBoolean(6),
                    Open = () => new StoredFile(database.Open(), id),
                };
            },
            ("$entry", entryId));

    // Has its connection to itself, and takes it along when it is closed.
    private sealed class StoredFile(SqliteConnection connection, long id) : SqliteBlob(connection, Table, Column, id, readOnly: true)
    {
        private readonly SqliteConnection _connection = connection;

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (disposing)
            {
                _connection.Dispose();
            }
        }
    }
}
