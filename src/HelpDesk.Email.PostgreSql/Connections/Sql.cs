using Npgsql;
using NpgsqlTypes;

namespace HelpDesk.Email.PostgreSql.Connections;

/// <summary>A statement with its values, in the order of $1, $2...</summary>
internal sealed class Sql
{
    private readonly NpgsqlBatchCommand _command;

    private Sql(string text, bool hasRows, bool isWanted)
    {
        _command = new NpgsqlBatchCommand(text);
        HasRows = hasRows;
        IsWanted = isWanted;
    }

    /// <summary>Whether it answers with rows.</summary>
    public bool HasRows { get; }

    /// <summary>Whether its rows are what the caller asked for.</summary>
    public bool IsWanted { get; }

    public NpgsqlBatchCommand Command => _command;

    /// <summary>A statement that answers with rows.</summary>
    public static Sql Read(string text) => new(text, hasRows: true, isWanted: true);

    /// <summary>A statement without an answer.</summary>
    public static Sql Write(string text) => new(text, hasRows: false, isWanted: false);

    /// <summary>A SELECT for what it does: takes a lock, or ends the transaction when a condition does not hold.</summary>
    public static Sql Guard(string text) => new(text, hasRows: true, isWanted: false);

    public Sql Append(string text)
    {
        _command.CommandText += text;
        return this;
    }

    /// <summary>Adds a value and its place in the text.</summary>
    public Sql Append(string before, Action<Sql> add, string after = "")
    {
        add(this);
        return Append($"{before}${_command.Parameters.Count}{after}");
    }

    public Sql Add(string? value) => Add(NpgsqlDbType.Text, value is null ? null : StoredText.Encode(value));

    public Sql Add(long value) => Add(NpgsqlDbType.Bigint, value);

    public Sql Add(long? value) => Add(NpgsqlDbType.Bigint, value);

    public Sql Add(int value) => Add(NpgsqlDbType.Integer, value);

    public Sql Add(bool value) => Add(NpgsqlDbType.Boolean, value);

    public Sql Add(Guid value) => Add(NpgsqlDbType.Uuid, value);

    public Sql Add(Guid? value) => Add(NpgsqlDbType.Uuid, value);

    public Sql Add(TimeSpan value) => Add(NpgsqlDbType.Interval, value);

    public Sql Add(DateTimeOffset value) => Add(NpgsqlDbType.TimestampTz, value.ToUniversalTime());

    public Sql Add(DateTimeOffset? value) => Add(NpgsqlDbType.TimestampTz, value?.ToUniversalTime());

    public Sql Add(byte[] value) => Add(NpgsqlDbType.Bytea, value);

    public Sql Add(ReadOnlyMemory<byte> value) => Add(NpgsqlDbType.Bytea, value);

    public Sql Add(IEnumerable<long> values) => Add(NpgsqlDbType.Array | NpgsqlDbType.Bigint, values.ToArray());

    public Sql Add(IEnumerable<int> values) => Add(NpgsqlDbType.Array | NpgsqlDbType.Integer, values.ToArray());

    public Sql Add(IEnumerable<TimeSpan> values) => Add(NpgsqlDbType.Array | NpgsqlDbType.Interval, values.ToArray());

    public Sql Add(IEnumerable<Guid> values) => Add(NpgsqlDbType.Array | NpgsqlDbType.Uuid, values.ToArray());

    /// <summary>Adds no list at all, where one of keys may stand.</summary>
    public Sql AddNoKeys() => Add(NpgsqlDbType.Array | NpgsqlDbType.Uuid, null);

    public Sql Add(IEnumerable<byte[]> values) => Add(NpgsqlDbType.Array | NpgsqlDbType.Bytea, values.ToArray());

    public Sql Add(IEnumerable<string> values) => Add(NpgsqlDbType.Array | NpgsqlDbType.Text, values.Select(StoredText.Encode).ToArray());

    private Sql Add(NpgsqlDbType type, object? value)
    {
        _command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type, Value = value ?? DBNull.Value });
        return this;
    }
}
