using AcmeDesk.Data;
using HelpDesk.Email.Tickets;
using Microsoft.Data.Sqlite;

namespace AcmeDesk.Tickets;

/// <summary>The files of messages, as blobs that are written and read in pieces.</summary>
internal static class FileTable
{
    /// <summary>Adds a file: first the room for it, then its octets piece by piece.</summary>
    /// <exception cref="InvalidDataException">The file is shorter than it claims to be.</exception>
    public static async Task InsertAsync(SqliteConnection connection, long message, TicketAttachment file, CancellationToken cancellationToken)
    {
        var id = connection.Scalar<long>(
            """
            INSERT INTO file (message, name, type, size, sha256, content_id, is_inline, octets)
            VALUES ($message, $name, $type, $size, $sha256, $contentId, $isInline, zeroblob($size)) RETURNING id
            """,
            ("$message", message),
            ("$name", file.FileName),
            ("$type", file.ContentType),
            ("$size", file.Size),
            ("$sha256", file.Sha256),
            ("$contentId", file.ContentId),
            ("$isInline", file.IsInline));
        await using var source = file.Open();
        await using var blob = new SqliteBlob(connection, "file", "octets", id);
        await source.CopyToAsync(blob, cancellationToken);
        if (blob.Position != file.Size)
        {
            throw new InvalidDataException($"The file of {file.Size} octets ended after {blob.Position}.");
        }
    }

    public static List<TicketAttachment> Select(AcmeDatabase database, SqliteConnection connection, long message) =>
        connection.Rows(
            "SELECT id, name, type, size, sha256, content_id, is_inline FROM file WHERE message = $message ORDER BY id",
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
            ("$message", message));

    // Has its connection to itself, and takes it along when it is closed.
    private sealed class StoredFile(SqliteConnection connection, long id) : SqliteBlob(connection, "file", "octets", id, readOnly: true)
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
