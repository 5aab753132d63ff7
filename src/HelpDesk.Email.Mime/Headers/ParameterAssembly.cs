using System.Text;
using HelpDesk.Email.Mime.Encodings;
using HelpDesk.Email.Mime.Limits;
using HelpDesk.Email.Mime.Octets;

namespace HelpDesk.Email.Mime.Headers;

/// <summary>Makes parameters of their pieces (RFC 2231) and decodes them.</summary>
internal static class ParameterAssembly
{
    private const int Most = 200;

    public static HeaderParameters Read(ref ParameterReader reader, MailReadingLimits limits, DefectLog defects)
    {
        List<HeaderParameter>? parameters = null;
        List<ParameterPiece>? pieces = null;
        while (reader.Next(out var name, out var value))
        {
            if (parameters?.Count >= Most)
            {
                defects.Add(MailDefectKind.LimitExceeded, "too many parameters");
                break;
            }

            var star = name.IndexOf((byte)'*');
            if (star < 0)
            {
                (parameters ??= new List<HeaderParameter>(2)).Add(new HeaderParameter(Name(name), Plain(value, ParameterReader.IsFileName(name), limits)));
            }
            else if (pieces is null || pieces.Count <= limits.MaxContinuations)
            {
                var mark = name[(star + 1)..];
                var extended = mark.IsEmpty || mark.EndsWith("*"u8);
                var index = int.TryParse(mark.TrimEnd((byte)'*'), out var number) ? number : -1;
                (pieces ??= []).Add(new ParameterPiece(Name(name[..star]), index, extended, value.ToArray()));
            }
            else
            {
                defects.Add(MailDefectKind.LimitExceeded, "too many parameter continuations");
            }
        }

        if (pieces is not null)
            parameters = Join(pieces, parameters ?? [], limits);
        return parameters is null ? HeaderParameters.None : new HeaderParameters(parameters);
    }

    private static List<HeaderParameter> Join(List<ParameterPiece> pieces, List<HeaderParameter> plain, MailReadingLimits limits)
    {
        var joined = new List<HeaderParameter>();
        foreach (var group in pieces.GroupBy(piece => piece.Name))
        {
            var octets = new PooledOctets(256);
            string? charset = null;
            var first = true;
            foreach (var piece in group.DistinctBy(piece => piece.Index).OrderBy(piece => piece.Index))
            {
                if (piece.Extended)
                    AddExtended(piece.Octets, first, ref charset, ref octets);
                else
                    octets.Append(piece.Octets);
                first = false;
            }

            var text = charset is null
                ? Plain(octets.Written, ParameterReader.IsFileName(Encoding.Latin1.GetBytes(group.Key)), limits)
                : HeaderText.Clean(Text(octets.Written, charset, limits));
            octets.Dispose();
            joined.Add(new HeaderParameter(group.Key, text));
        }

        // A sender that gives both forms means the richer one (RFC 2231, RFC 6266 section 4.3).
        joined.AddRange(plain);
        return joined;
    }

    private static void AddExtended(ReadOnlySpan<byte> value, bool first, ref string? charset, ref PooledOctets octets)
    {
        if (first)
        {
            var quote = value.IndexOf((byte)'\'');
            var second = quote < 0 ? -1 : value[(quote + 1)..].IndexOf((byte)'\'');
            if (second >= 0)
            {
                charset = quote == 0 ? "utf-8" : Encoding.Latin1.GetString(value[..quote]);
                value = value[(quote + second + 2)..];
            }
        }

        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '%' && i + 2 < value.Length && char.IsAsciiHexDigit((char)value[i + 1]) && char.IsAsciiHexDigit((char)value[i + 2]))
            {
                octets.Append((byte)((Convert.FromHexString([(char)value[i + 1], (char)value[i + 2]]))[0]));
                i += 2;
            }
            else
            {
                octets.Append(value[i]);
            }
        }
    }

    private static string Text(ReadOnlySpan<byte> octets, string charset, MailReadingLimits limits)
    {
        var encoding = TextDecoding.Choose(ref octets, charset, limits.DefaultCharset, defects: null);
        return encoding.GetString(octets);
    }

    private static string Plain(ReadOnlySpan<byte> value, bool fileName, MailReadingLimits limits) => HeaderText.Clean(fileName
        ? EncodedWords.Decode(value, limits.DefaultCharset, limits.MaxEncodedWords)
        : TextDecoding.DecodeHeader(value, limits.DefaultCharset));

    private static string Name(ReadOnlySpan<byte> name)
    {
        if (Ascii.EqualsIgnoreCase(name, "charset"))
            return "charset";
        if (Ascii.EqualsIgnoreCase(name, "boundary"))
            return "boundary";
        return Encoding.Latin1.GetString(name).ToLowerInvariant();
    }
}
