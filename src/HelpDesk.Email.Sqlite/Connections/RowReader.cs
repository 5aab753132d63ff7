namespace HelpDesk.Email.Sqlite.Connections;

/// <summary>Reads the columns of a row one after the other, for rows that have many.</summary>
internal ref struct RowReader(Row row)
{
    private readonly Row _row = row;
    private int _next;

    public long Number() => _row.Number(_next++);

    public long? NumberOrNull() => _row.NumberOrNull(_next++);

    public int Int() => _row.Int(_next++);

    public bool Flag() => _row.Flag(_next++);

    public DateTimeOffset Time() => _row.Time(_next++);

    public DateTimeOffset? TimeOrNull() => _row.TimeOrNull(_next++);

    public string Text() => _row.Text(_next++);

    public string? TextOrNull() => _row.TextOrNull(_next++);

    public Guid Guid() => _row.Guid(_next++);

    public ReadOnlySpan<byte> Octets() => _row.Octets(_next++);
}
