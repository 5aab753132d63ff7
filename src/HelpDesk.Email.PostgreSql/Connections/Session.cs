using Npgsql;

namespace HelpDesk.Email.PostgreSql.Connections;

/// <summary>A connection for one piece of work. What is given at once is one round trip and, unless BEGIN was sent, one transaction.</summary>
internal sealed class Session(NpgsqlConnection connection)
{
    /// <summary>Executes statements.</summary>
    /// <returns>How many rows they changed together.</returns>
    public async ValueTask<int> ExecuteAsync(IReadOnlyList<Sql> statements, CancellationToken cancellationToken)
    {
        var batch = Batch(statements);
        await using (batch.ConfigureAwait(false))
        {
            return await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Executes statements and maps the rows of those that are <see cref="Sql.IsWanted"/>.</summary>
    public async ValueTask<List<T>> QueryAsync<T>(IReadOnlyList<Sql> statements, Func<RowReader, T> map, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        var batch = Batch(statements);
        await using (batch.ConfigureAwait(false))
        {
            var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                foreach (var statement in statements.Where(statement => statement.HasRows))
                {
                    while (statement.IsWanted && await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    {
                        rows.Add(map(new RowReader(reader)));
                    }

                    await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
                }
            }
        }

        return rows;
    }

    /// <summary>The first row, or the default.</summary>
    public async ValueTask<T?> FirstAsync<T>(Sql statement, Func<RowReader, T> map, CancellationToken cancellationToken)
    {
        var rows = await QueryAsync([statement], map, cancellationToken).ConfigureAwait(false);
        return rows.Count == 0 ? default : rows[0];
    }

    /// <summary>Executes a text of many statements that has no values.</summary>
    public async ValueTask ExecuteScriptAsync(string script, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(script, connection);
        await using (command.ConfigureAwait(false))
        {
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private NpgsqlBatch Batch(IReadOnlyList<Sql> statements)
    {
        var batch = new NpgsqlBatch(connection);
        foreach (var statement in statements)
        {
            batch.BatchCommands.Add(statement.Command);
        }

        return batch;
    }
}
