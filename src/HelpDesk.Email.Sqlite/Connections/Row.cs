using System.Text;
using SQLitePCL;

namespace HelpDesk.Email.Sqlite.Connections;

/// <summary>The columns of the row a statement stands on, by their place; gone with the next step.</summary>
internal readonly ref struct Row(sqlite3_stmt handle)
{
    private readonly sqlite3_stmt _handle = handle;

    public bool IsNull(int column) => raw.sqlite3_column_type(_handle, column) == raw.SQLITE_NULL;

    public long Number(int column) => raw.sqlite3_column_int64(_handle, column);

    public long? NumberOrNull(int column) => IsNull(column) ? null : Number(column);

    public int Int(int column) => checked((int)Number(column));

    public bool Flag(int column) => Number(column) != 0;

    public DateTimeOffset Time(int column) => new(Number(column), TimeSpan.Zero);

    public DateTimeOffset? TimeOrNull(int column) => IsNull(column) ? null : Time(column);

    // Read as a blob: a text may hold NUL, at which a C string ends.
    public string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(_handle, column));

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public Guid Guid(int column) => new(Octets(column), bigEndian: true);

    /// <summary>The octets of a blob where SQLite keeps them: valid until the next step.</summary>
    public ReadOnlySpan<byte> Octets(int column) => raw.sqlite3_column_blob(_handle, column);
}
