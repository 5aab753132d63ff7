using HelpDesk.Email.Sqlite.Connections;

namespace HelpDesk.Email.Sqlite.Writing;

/// <summary>Writes a group of pieces in one transaction, of which each has its effect as a whole or none. For one thread at a time.</summary>
/// <remarks>
/// Mostly all of them succeed. So they are executed one after the other, and only when one fails everything is rolled back
/// and done again with a savepoint for each: those make SQLite copy every page that a piece changes after another one did.
/// </remarks>
internal sealed class GroupCommit(SqliteFile file) : IDisposable
{
    private Connection? _connection;

    /// <summary>Executes the pieces; those that had no effect are told why. Throws nothing.</summary>
    public void Run(List<Piece> group)
    {
        try
        {
            _connection ??= file.OpenWriter();
            _connection.Run("BEGIN IMMEDIATE");
            var written = Write(_connection, group);
            _connection.Run(written ? "COMMIT" : "ROLLBACK");
        }
        catch (Exception e)
        {
            var reason = Faults.Translate(e, file.Path);
            foreach (var piece in group)
            {
                piece.Fail(reason);
            }

            // Closing it rolls back whatever it still holds, also after errors that leave a connection in doubt.
            _connection?.Dispose();
            _connection = null;
        }
    }

    public void Dispose() => _connection?.Dispose();

    private bool Write(Connection connection, List<Piece> group)
    {
        if (group.Count == 1)
        {
            return Try(connection, group[0]);
        }

        if (TryAll(connection, group))
        {
            return true;
        }

        if (connection.InTransaction)
        {
            connection.Run("ROLLBACK");
        }

        connection.Run("BEGIN IMMEDIATE");
        return WriteApart(connection, group);
    }

    private static bool TryAll(Connection connection, List<Piece> group)
    {
        try
        {
            foreach (var piece in group)
            {
                piece.Execute(connection);
            }

            return true;
        }
        catch (Exception)
        {
            // Whose it is, and whether it fails again, the second time shows.
            return false;
        }
    }

    private bool WriteApart(Connection connection, List<Piece> group)
    {
        var any = false;
        foreach (var piece in group)
        {
            connection.Run("SAVEPOINT piece");
            if (Try(connection, piece))
            {
                any = true;
            }
            else
            {
                connection.Run("ROLLBACK TO piece");
            }

            connection.Run("RELEASE piece");
        }

        return any;
    }

    private bool Try(Connection connection, Piece piece)
    {
        try
        {
            piece.Execute(connection);
            return true;
        }
        catch (Exception e)
        {
            piece.Fail(Faults.Translate(e, file.Path));

            // After a full disk and its kin SQLite has rolled everything back, the work of the other pieces included.
            if (!connection.InTransaction)
            {
                throw;
            }

            return false;
        }
    }
}
