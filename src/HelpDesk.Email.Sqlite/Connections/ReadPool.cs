namespace HelpDesk.Email.Sqlite.Connections;

/// <summary>Connections that read, kept open between two uses. Safe on any thread.</summary>
internal sealed class ReadPool(SqliteFile file) : IDisposable
{
    private const int MaxIdle = 8;

    private readonly Lock _gate = new();
    private readonly Stack<Connection> _idle = new();
    private bool _disposed;

    /// <summary>Runs a query on one state of the database.</summary>
    public T Read<T>(Func<Connection, T> query)
    {
        var connection = Rent();
        var sound = false;
        try
        {
            connection.Run("BEGIN");
            var result = query(connection);
            connection.Run("COMMIT");
            sound = true;
            return result;
        }
        catch (Exception e) when (Faults.Translate(e, file.Path) is var told && !ReferenceEquals(told, e))
        {
            throw told;
        }
        finally
        {
            Return(connection, sound);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            while (_idle.TryPop(out var connection))
            {
                connection.Dispose();
            }
        }
    }

    private Connection Rent()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_idle.TryPop(out var idle))
            {
                return idle;
            }
        }

        try
        {
            return file.OpenReader();
        }
        catch (Exception e) when (Faults.Translate(e, file.Path) is var told && !ReferenceEquals(told, e))
        {
            throw told;
        }
    }

    private void Return(Connection connection, bool sound)
    {
        lock (_gate)
        {
            if (sound && !_disposed && _idle.Count < MaxIdle)
            {
                _idle.Push(connection);
                return;
            }
        }

        // One that failed may hold a half-read state; a new one costs less than to find out.
        connection.Dispose();
    }
}
