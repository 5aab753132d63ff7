using Npgsql;

namespace HelpDesk.Email.PostgreSql.Connections;

/// <summary>Reads the columns of a row one after the other.</summary>
internal struct RowReader(NpgsqlDataReader reader)
{
    private readonly NpgsqlDataReader _reader = reader;
    private int _next;

    public long Number() => _reader.GetInt64(_next++);

    public long? NumberOrNull() => IsNull() ? null : Number();

    public int Int() => _reader.GetInt32(_next++);

    public int? IntOrNull() => IsNull() ? null : Int();

    public bool Flag() => _reader.GetBoolean(_next++);

    public DateTimeOffset Time() => _reader.GetFieldValue<DateTimeOffset>(_next++);

    public DateTimeOffset? TimeOrNull() => IsNull() ? null : Time();

    public string Text() => StoredText.Decode(_reader.GetString(_next++));

    public string? TextOrNull() => IsNull() ? null : Text();

    public Guid Guid() => _reader.GetGuid(_next++);

    public byte[] Octets() => _reader.GetFieldValue<byte[]>(_next++);

    public byte[]? OctetsOrNull() => IsNull() ? null : Octets();

    public string[] Texts() => Array.ConvertAll(_reader.GetFieldValue<string[]>(_next++), StoredText.Decode);

    public byte[][] OctetsList() => _reader.GetFieldValue<byte[][]>(_next++);

    // Goes past the column only when there is nothing to read in it.
    private bool IsNull()
    {
        if (!_reader.IsDBNull(_next))
        {
            return false;
        }

        _next++;
        return true;
    }
}
