using System.Text;
using HelpDesk.Email.Mime.Octets;

namespace HelpDesk.Email.Mime.Headers;

/// <summary>
/// Reads the parameters of an unfolded Content-Type or Content-Disposition one by one, forgiving missing semicolons, open
/// quotes, comments and values with spaces.
/// </summary>
internal ref struct ParameterReader(ReadOnlySpan<byte> value)
{
    private ReadOnlySpan<byte> _rest = value;
    private PooledOctets _unescaped = new(0);

    /// <summary>What stands before the first parameter: a media type or a disposition.</summary>
    public ReadOnlySpan<byte> ReadFirst()
    {
        var end = _rest.IndexOfAny("; \t("u8);
        var first = end < 0 ? _rest : _rest[..end];
        // A media type with blanks about its slash is still one.
        if (end > 0 && (_rest[end] is (byte)' ' or (byte)'\t'))
        {
            var next = _rest[end..].TrimStart(" \t"u8);
            if (next.StartsWith("/"u8) || first.EndsWith("/"u8))
            {
                end = _rest.IndexOf((byte)';');
                first = end < 0 ? _rest : _rest[..end];
            }
        }

        _rest = end < 0 ? default : _rest[end..];
        return first;
    }

    /// <summary>The next parameter; its value is good until the next call.</summary>
    public bool Next(out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        while (true)
        {
            _rest = _rest.TrimStart("; \t"u8);
            if (_rest.IsEmpty)
            {
                name = value = default;
                return false;
            }

            if (_rest[0] == '(')
            {
                var close = _rest.IndexOf((byte)')');
                _rest = close < 0 ? default : _rest[(close + 1)..];
                continue;
            }

            var end = _rest.IndexOfAny("=; \t"u8);
            if (end < 0)
                end = _rest.Length;
            name = _rest[..end];
            _rest = _rest[end..].TrimStart(" \t"u8);
            if (_rest.IsEmpty || _rest[0] != '=')
                continue;
            _rest = _rest[1..].TrimStart(" \t"u8);
            value = _rest.StartsWith("\""u8) ? ReadQuoted() : ReadBare(IsFileName(name));
            if (!name.IsEmpty)
                return true;
        }
    }

    public void Dispose() => _unescaped.Dispose();

    public static bool IsFileName(ReadOnlySpan<byte> name)
    {
        var star = name.IndexOf((byte)'*');
        if (star >= 0)
            name = name[..star];
        return Ascii.EqualsIgnoreCase(name, "filename") || Ascii.EqualsIgnoreCase(name, "name");
    }

    private ReadOnlySpan<byte> ReadBare(bool spaced)
    {
        var end = spaced ? _rest.IndexOf((byte)';') : _rest.IndexOfAny("; \t"u8);
        var value = end < 0 ? _rest : _rest[..end];
        _rest = end < 0 ? default : _rest[end..];
        return value.TrimEnd(" \t"u8);
    }

    private ReadOnlySpan<byte> ReadQuoted()
    {
        _rest = _rest[1..];
        var end = _rest.IndexOfAny((byte)'"', (byte)'\\');
        if (end < 0)
        {
            var open = _rest;
            _rest = default;
            return open.TrimEnd(" \t"u8);
        }

        if (_rest[end] == '"')
        {
            var plain = _rest[..end];
            _rest = _rest[(end + 1)..];
            return plain;
        }

        _unescaped.Clear();
        while (true)
        {
            var stop = _rest.IndexOfAny((byte)'"', (byte)'\\');
            if (stop < 0)
            {
                _unescaped.Append(_rest);
                _rest = default;
                break;
            }

            _unescaped.Append(_rest[..stop]);
            if (_rest[stop] == '"')
            {
                _rest = _rest[(stop + 1)..];
                break;
            }

            // A backslash that escapes nothing is one: file names come as C:\folder\file.
            var escapes = stop + 1 < _rest.Length && (_rest[stop + 1] is (byte)'"' or (byte)'\\');
            _unescaped.Append(escapes ? _rest[stop + 1] : (byte)'\\');
            _rest = _rest[(stop + (escapes ? 2 : 1))..];
        }

        return _unescaped.Written;
    }
}
