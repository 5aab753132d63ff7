using System.Buffers;
using System.Text;
using SQLitePCL;

namespace HelpDesk.Email.Sqlite.Connections;

/// <summary>A prepared statement: bind its parameters in their order with <c>Add</c>, then run it or read its rows.</summary>
internal sealed class Statement(Connection connection, string sql, sqlite3_stmt handle) : IDisposable
{
    // SQLITE_STMTSTATUS_REPREPARE, which has no name in the bindings.
    private const int CountOfReplans = 5;

    private int _bound;

    /// <summary>The text it was prepared from.</summary>
    public string Sql { get; } = sql;

    /// <summary>The row that <see cref="Read"/> stands on.</summary>
    public Row Row => new(handle);

    /// <summary>How often SQLite has planned it once more since it was prepared.</summary>
    public int Replans => raw.sqlite3_stmt_status(handle, CountOfReplans, 0);

    public Statement Add(long value)
    {
        connection.Check(raw.sqlite3_bind_int64(handle, ++_bound, value));
        return this;
    }

    public Statement Add(long? value) => value is { } given ? Add(given) : AddNull();

    public Statement Add(bool value) => Add(value ? 1L : 0L);

    /// <summary>Times are counts of 100 ns since the year 1, in UTC.</summary>
    public Statement Add(DateTimeOffset value) => Add(value.UtcTicks);

    public Statement Add(DateTimeOffset? value) => Add(value?.UtcTicks);

    public Statement Add(Guid value)
    {
        Span<byte> octets = stackalloc byte[16];
        value.TryWriteBytes(octets, bigEndian: true, out _);
        return Add(octets);
    }

    public Statement Add(ReadOnlySpan<byte> value)
    {
        // An empty span has no address, and SQLite takes a blob without one for NULL.
        connection.Check(value.IsEmpty
            ? raw.sqlite3_bind_zeroblob(handle, ++_bound, 0)
            : raw.sqlite3_bind_blob(handle, ++_bound, value));
        return this;
    }

    public Statement Add(string? value)
    {
        if (value is null)
        {
            return AddNull();
        }

        const int OnStack = 768;
        var size = value.Length <= OnStack / 3 ? OnStack : Encoding.UTF8.GetByteCount(value);
        var rented = size > OnStack ? ArrayPool<byte>.Shared.Rent(size) : null;
        var octets = rented ?? stackalloc byte[OnStack];
        var length = Encoding.UTF8.GetBytes(value, octets);

        // An empty span has no address, and SQLite takes a text without one for NULL; an empty string has one.
        connection.Check(length == 0
            ? raw.sqlite3_bind_text(handle, ++_bound, string.Empty)
            : raw.sqlite3_bind_text(handle, ++_bound, octets[..length]));
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return this;
    }

    public Statement AddNull()
    {
        connection.Check(raw.sqlite3_bind_null(handle, ++_bound));
        return this;
    }

    /// <summary>Goes to the next row.</summary>
    /// <returns><see langword="false"/> when there is none left.</returns>
    public bool Read()
    {
        var code = raw.sqlite3_step(handle);
        connection.Check(code);
        return code == raw.SQLITE_ROW;
    }

    /// <summary>Runs it to its end.</summary>
    /// <returns>How many rows it changed; only for INSERT, UPDATE and DELETE.</returns>
    public int Run()
    {
        while (Read())
        {
        }

        return connection.Changes;
    }

    /// <summary>The first column of the first row as a number, or <see langword="null"/>.</summary>
    public long? Number() => Read() ? Row.NumberOrNull(0) : null;

    public void Dispose()
    {
        // The code that reset returns is that of the last step, which was thrown already.
        _ = raw.sqlite3_reset(handle);
        _ = raw.sqlite3_clear_bindings(handle);
        _bound = 0;
        connection.Return(this);
    }

    /// <summary>Gives the statement up for good.</summary>
    public void Close() => handle.Dispose();
}
