using Npgsql;

namespace Workers;

/// <summary>Asks the database who holds which mailbox: leases are rows of it, on its own clock.</summary>
internal sealed class Holders(string database) : IAsyncDisposable
{
    private const string Question =
        """
        SELECT substr(name, 9), node, until - statement_timestamp() FROM helpdesk.lease WHERE name LIKE 'mailbox:%' ORDER BY name
        """;

    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(database);

    public async Task<IReadOnlyList<Holder>> ListAsync(CancellationToken cancellationToken)
    {
        await using var command = _source.CreateCommand(Question);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var holders = new List<Holder>();
        while (await reader.ReadAsync(cancellationToken))
        {
            holders.Add(new Holder(reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1), reader.GetTimeSpan(2)));
        }

        return holders;
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
